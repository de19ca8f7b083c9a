import { randomBytes } from 'node:crypto'

/** 128 bits of chance in base64url: 22 characters. */
export const newSecret = () => randomBytes(16).toString('base64url')
