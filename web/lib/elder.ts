import { cookies } from 'next/headers'

export const elderCookie = 'elder'

/** 长者模式: everything a quarter larger, as the switch in the header left it. */
export const readElder = async (): Promise<boolean> => (await cookies()).get(elderCookie)?.value === 'on'
