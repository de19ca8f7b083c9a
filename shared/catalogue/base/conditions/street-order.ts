/** 街面秩序: condition | filing | closing, then both in English. The sentences are ours, the kinds the field's. */
export const streetOrder = `
20401-1 | 无照游商推车提篮叫卖，挤占车道有碰撞危险 | 游商离开，垃圾带走，车道畅通 | Unlicensed hawkers crowding the lane: danger of being hit | Hawkers gone with their litter; lane clear
20402-1 | 早（夜）市摊位超出划线堵住消防通道，失火时有危险 | 早（夜）市摊位退回线内，消防通道畅通 | Market stalls over the line block fire access: danger in a fire | Stalls back inside; fire access clear
20402-2 | 早（夜）市超时经营，到点不撤摊 | 早（夜）市按时收摊，道路让出 | Market trading past closing time | Market closed on time; road freed
20402-3 | 早（夜）市收摊后垃圾油污满地 | 早（夜）市场地清扫冲洗，无垃圾油污 | Market ground covered in refuse and grease afterwards | Ground swept and washed
20403-1 | 街面有人露宿乞讨或强讨 | 人员已劝离或送救助，现场清净 | Sleeping rough, begging or pestering on the street | Person helped or moved on; spot clean
20404-1 | 占道收购、堆放、分拣废品 | 废品和磅秤车辆搬走，地面扫净 | Scrap bought, piled or sorted on the road | Scrap, scales and carts gone; ground swept
20405-1 | 店铺把货物、桌椅摆出门外，行人被挤上车道有危险 | 货物桌椅收回店内，人行道让出 | Shop goods or tables outside push walkers into the lane: danger of being hit | Goods and tables inside; footway free
20406-1 | 固定摊点占用人行道、车行道经营，人车争道有危险 | 占道摊点撤走，道路恢复通行 | Fixed stall trading on footway or lane: people among traffic, in danger | Stall gone; road passable again
20407-1 | 街面摆卖盗版、非法书刊光碟 | 摊点撤走，出版物移交主管部门 | Pirated or illegal books or discs sold on the street | Stall gone; goods handed to the authority
20408-1 | 黑车在站点、路口揽客停等 | 黑车驶离，站点路口秩序恢复 | Unlicensed cars touting at a stop or junction | Cars gone; order restored
20409-1 | 机动车停在人行道、路口或消防通道上 | 违停机动车驶离或拖走，通道畅通 | Motor vehicle parked on footway, junction or fire lane | Vehicle gone or towed; way clear
20410-1 | 非机动车乱停，压住盲道、堵住出入口 | 非机动车移到停放点摆齐，盲道畅通 | Cycles left on the tactile strip or blocking entrances | Cycles lined up in the bay; strip clear
`
