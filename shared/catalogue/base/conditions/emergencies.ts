/** 突发事件: condition | filing | closing, then both in English. The sentences are ours, the kinds the field's. */
export const emergencies = `
20501-1 | 供水管道爆裂喷涌，淹路断水，人车有危险 | 供水阀门关断止水，现场围挡警示 | Water main burst, flooding the road: danger to people and vehicles | Valves shut, water stopped; site fenced
20501-2 | 供水管道换好后，开挖路面需修复 | 供水恢复，挖开的路面修平 | Main replaced; dug-up road needs repair | Supply back; road surface restored
20502-1 | 燃气管道破裂漏气，有燃爆中毒危险 | 燃气关断、人员疏散、警戒到位，检测无泄漏 | Gas pipe broken and leaking: fire, blast or poisoning danger | Gas shut off, people moved, cordon set; no gas measured
20502-2 | 燃气管道修复后，开挖路面需修复 | 供气恢复，挖开的路面修平 | Pipe mended; dug-up road needs repair | Gas back; road surface restored
20503-1 | 排水管道堵塞，污水返上路面 | 排水管道疏通，路面无污水 | Drain blocked; sewage backing up onto the road | Drain cleared; no sewage on the road
20503-2 | 排水管道破裂冲空路基，有塌陷危险 | 破裂处截流围挡，人车绕行，无塌陷险情 | Drain broken, washing out the roadbed: collapse danger | Flow diverted, site fenced, traffic rerouted; no collapse threat
20504-1 | 热力管道破裂喷汽喷热水，有烫伤危险 | 热力阀门关断，围挡警示，不再喷水喷汽 | Heating pipe burst with steam or hot water: scald danger | Valves shut, site fenced; no more steam or hot water
20504-2 | 热力管道修复后，开挖路面需修复 | 供热恢复，挖开的路面修平 | Heating pipe mended; dug-up road needs repair | Heating back; road surface restored
20505-1 | 路面塌陷成坑，人车有坠落危险 | 塌陷处围挡警示、填实，人车安全绕行或通过 | Road caved in: people or vehicles may fall | Hole fenced, warned and filled; safe passage or detour
20506-1 | 道路积水没过路缘石，人车涉水有危险 | 积水抽排退净，排水口畅通 | Road flooded above the kerb: danger to walkers and cars | Water pumped away; inlets free
20507-1 | 路面积雪、结冰，行人车辆打滑 | 积雪积冰铲净或撒布防滑，通行不滑 | Snow or ice on the road; people and cars skid | Cleared or gritted; no slipping
20508-1 | 架空线缆脱落垂地，拦住行人车辆 | 脱落线缆收起固定，路面无垂线 | Overhead cable down across the way | Cable raised and fixed; none hanging
20509-1 | 街面、建筑或车辆起火，有伤人和蔓延危险 | 火已扑灭，消防确认无复燃，现场清理 | Fire in street, building or vehicle: injury and spread danger | Fire out, confirmed by the fire service; site cleared
20510-1 | 街面有人伤亡，需急救，现场仍有再次受伤危险 | 伤者送医，公安处置完毕，现场恢复 | People hurt or dead in the street; aid needed, danger of further harm | Injured in care, police finished; site restored
20511-1 | 多人聚集堵路、冲突，有伤人危险 | 人群散去，道路恢复，现场平稳 | Crowd blocking the road or clashing: injury danger | Crowd dispersed; road open, calm restored
`
