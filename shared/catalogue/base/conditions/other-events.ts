/** 其他事件: condition | filing | closing, then both in English. The sentences are ours, the kinds the field's. */
export const otherEvents = `
20601-1 | 禁放区域、时段内燃放烟花爆竹 | 燃放停止，剩余爆竹收走，纸屑扫净 | Fireworks let off in a banned place or time | Stopped; rest taken away, scraps swept
20602-1 | 临街宰杀家禽牲畜，血水内脏外流 | 宰杀停止，血水内脏冲洗干净 | Animals slaughtered by the street, blood and offal running | Stopped; blood and offal washed away
20603-1 | 街面摆摊占卜算命，围观阻路 | 占卜摊撤走，人行道畅通 | Fortune-telling stall drawing a crowd on the way | Stall gone; footway clear
20604-1 | 店铺门前垃圾、杂物、乱停未管，违反门前三包 | 店铺门前清扫整齐，三包责任落实 | Shop neglects litter, clutter or parking at its front | Shopfront swept and orderly; duty met
20605-1 | 街头、路口焚烧纸钱祭品 | 明火熄灭，纸灰清扫干净 | Paper money or offerings burnt in the street | Flame out; ash swept up
`
