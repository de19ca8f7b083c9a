/** 公用设施: condition | filing | closing, then both in English. The sentences are ours, the kinds the field's. */
export const publicUtilities = `
10101-1 | 上水井盖缺失、移位或断裂，行人车辆有坠井危险 | 上水井盖盖严、无断裂，人车可安全通过 | Water cover missing, shifted or cracked: people or wheels may fall in | Water cover whole and seated; safe to cross
10101-2 | 上水井渗漏，清水漫上路面 | 上水井漏点止住，路面无漫水 | Water well leaking onto the road | Leak stopped; no water on the road
10101-3 | 上水井盖松动，车辆压过有异响 | 上水井盖固定牢靠，车辆压过无异响 | Water cover loose; clatters under wheels | Water cover fixed; silent under wheels
10101-4 | 上水井圈破损或井周路面沉降，需开挖修复 | 上水井圈和井周路面修平，余料清走 | Water well frame broken or road around it sunk; needs digging up | Frame and road around it flush; spoil removed
10102-1 | 污水井盖缺失、移位或断裂，行人车辆有坠井危险 | 污水井盖盖严、无断裂，人车可安全通过 | Sewage cover missing, shifted or cracked: people or wheels may fall in | Sewage cover whole and seated; safe to cross
10102-2 | 污水从井口冒溢，污染路面 | 污水井疏通不再冒溢，路面冲洗干净 | Sewage welling up onto the road | Sewer cleared, no overflow; road washed
10102-3 | 污水井盖松动，车辆压过有异响 | 污水井盖固定牢靠，车辆压过无异响 | Sewage cover loose; clatters under wheels | Sewage cover fixed; silent under wheels
10102-4 | 污水井圈破损或井周路面沉降，需开挖修复 | 污水井圈和井周路面修平，余料清走 | Sewage well frame broken or road around it sunk; needs digging up | Frame and road around it flush; spoil removed
10103-1 | 雨水井盖缺失、移位或断裂，行人车辆有坠井危险 | 雨水井盖盖严、无断裂，人车可安全通过 | Stormwater cover missing, shifted or cracked: people or wheels may fall in | Stormwater cover whole and seated; safe to cross
10103-2 | 雨水井堵塞反水，井口周边积水 | 雨水井疏通，井口不反水、周边无积水 | Storm drain blocked and backing up around the well | Drain cleared; no backflow or standing water
10103-3 | 雨水井盖松动，车辆压过有异响 | 雨水井盖固定牢靠，车辆压过无异响 | Stormwater cover loose; clatters under wheels | Stormwater cover fixed; silent under wheels
10103-4 | 雨水井圈破损或井周路面沉降，需开挖修复 | 雨水井圈和井周路面修平，余料清走 | Storm well frame broken or road around it sunk; needs digging up | Frame and road around it flush; spoil removed
10104-1 | 雨水箅子缺失或断裂，行人车轮有陷落危险 | 雨水箅子补齐卡牢，踩压不塌 | Grate missing or broken: feet or wheels may drop in | Grate in place, locked, bears weight
10104-2 | 雨水箅子被垃圾淤泥堵住，雨水排不下去 | 雨水箅子清掏干净，试水能排下 | Grate clogged with litter or silt; rain cannot drain | Grate cleared; test water drains
10104-3 | 雨水箅子松动翘起，车辆压过有异响 | 雨水箅子卡牢放平，车辆压过无异响 | Grate loose or lifted; clatters under wheels | Grate locked level; silent under wheels
10104-4 | 雨水箅子井框破损或周边路面下沉，需开挖修复 | 雨水箅子井框和周边路面修平，余料清走 | Grate frame broken or road around it sunk; needs digging up | Frame and road around it flush; spoil removed
10104-5 | 向雨水箅子倒污水油污，箅面脏污发臭 | 雨水箅子冲洗干净，无油污异味 | Slops or grease poured into the grate; foul and smelly | Grate washed; no grease or smell
10105-1 | 电力井盖缺失、移位或破损，有坠井触电隐患 | 电力井盖盖严、与路面平顺，无线缆外露 | Power cover missing, shifted or damaged; fall and shock hazard | Power cover seated flush; no cable exposed
10106-1 | 路灯井盖缺失、移位或断裂，行人有坠井触电危险 | 路灯井盖盖严、无断裂，井内电线不外露 | Lamp-cable cover missing, shifted or cracked: fall or shock danger | Cover whole and seated; no wire exposed
10106-2 | 路灯井盖松动，踩压晃动有异响 | 路灯井盖固定牢靠，踩压不晃不响 | Lamp-cable cover loose; rocks and clatters | Lamp-cable cover firm and silent
10106-3 | 路灯井内积水或堆有垃圾，泡住线缆接头 | 路灯井抽干清净，线缆接头干燥 | Water or litter in the lamp-cable well covering joints | Well pumped and cleaned; joints dry
10106-4 | 路灯井圈破损或井周路面沉降，需开挖修复 | 路灯井圈和井周路面修平，余料清走 | Lamp-cable well frame broken or paving sunk; needs digging up | Frame and paving flush; spoil removed
10107-1 | 通信井盖缺失、移位或破损，影响行人通行 | 通信井盖盖严、与路面平顺，周边无遗留物 | Telecom cover missing, shifted or damaged on the footway | Telecom cover seated flush; nothing left around
10108-1 | 电视井盖缺失、移位或破损，行人易绊倒 | 电视井盖恢复完好、踩压稳固，周边无遗留物 | Cable-TV cover missing, shifted or damaged; trip hazard | Cable-TV cover whole and firm; nothing left around
10109-1 | 网络井盖缺失、移位或破损，井内光缆外露 | 网络井盖恢复完好，光缆收回井内 | Network cover missing, shifted or damaged; fibre exposed | Network cover whole; fibre back inside
10110-1 | 热力井盖缺失、移位或断裂，行人有坠井烫伤危险 | 热力井盖盖严、无断裂，人车可安全通过 | Heating cover missing, shifted or cracked: fall or scald danger | Heating cover whole and seated; safe to cross
10110-2 | 热力井口持续冒汽，遮挡行车视线 | 热力井漏汽点修好，井口不再冒汽 | Steam keeps rising from the heating well, blocking sight | Steam leak mended; no more steam
10110-3 | 热力井盖松动，车辆压过有异响 | 热力井盖固定牢靠，车辆压过无异响 | Heating cover loose; clatters under wheels | Heating cover fixed; silent under wheels
10110-4 | 热力井圈破损或井周路面沉降，需开挖修复 | 热力井圈和井周路面修平，余料清走 | Heating well frame broken or road around it sunk; needs digging up | Frame and road around it flush; spoil removed
10111-1 | 燃气井盖缺失、移位或断裂，有坠井和碰损阀门危险 | 燃气井盖盖严、无断裂，阀门完好无气味 | Gas cover missing, shifted or cracked: fall danger, valve exposed | Gas cover whole and seated; valve intact, no smell
10111-2 | 燃气井盖松动，车辆压过有异响 | 燃气井盖固定牢靠，车辆压过无异响 | Gas cover loose; clatters under wheels | Gas cover fixed; silent under wheels
10111-3 | 燃气井盖字样磨失或错盖他类井盖 | 燃气井盖换正，“燃气”字样清楚 | Gas marking worn off, or the wrong cover fitted | Right cover fitted; gas marking legible
10111-4 | 燃气井圈破损或井周路面沉降，需开挖修复 | 燃气井圈和井周路面修平，余料清走 | Gas well frame broken or road around it sunk; needs digging up | Frame and road around it flush; spoil removed
10112-1 | 公安井盖缺失、移位或破损，监控线缆外露 | 公安井盖恢复完好，线缆收回井内 | Police cover missing, shifted or damaged; camera cables exposed | Police cover whole; cables back inside
10113-1 | 消防井盖缺失、移位或被压占，打不开取水口 | 消防井盖完好，可随时打开取水 | Fire-hydrant cover missing, shifted or blocked; hydrant out of reach | Hydrant cover sound and opens freely
10114-1 | 园林井盖缺失、移位或断裂，游人有坠井危险 | 园林井盖盖严、无断裂，游人可安全通过 | Landscaping cover missing, shifted or cracked: visitors may fall in | Landscaping cover whole and seated; safe to cross
10114-2 | 园林井盖松动，踩上摇晃有异响 | 园林井盖放稳，踩上不晃不响 | Landscaping cover loose; rocks when stepped on | Landscaping cover firm and silent
10114-3 | 园林井盖被泥土枝叶掩埋，找不到井口 | 园林井盖清理露出，四周无堆土枝叶 | Landscaping cover buried under soil or leaves | Cover uncovered; soil and leaves gone
10114-4 | 园林井圈破损或四周土方下陷，需开挖修复 | 园林井圈修好、四周回填压实，草皮恢复 | Landscaping well frame broken or ground sunk; needs digging up | Frame mended, ground refilled, turf back
10115-1 | 环卫井盖缺失、移位或破损，污物外露发臭 | 环卫井盖盖严，周边无污物异味 | Sanitation cover missing, shifted or damaged; filth exposed | Sanitation cover seated; no filth or smell
10116-1 | 中水井盖缺失、移位或破损，有人误取中水 | 中水井盖恢复完好，“中水”字样清楚 | Reclaimed-water cover missing, shifted or damaged; water may be misused | Cover whole; reclaimed-water marking legible
10117-1 | 公交井盖缺失、移位或破损，影响公交车进出站 | 公交井盖恢复完好，车辆进出站平稳 | Transit cover missing, shifted or damaged at the stop | Transit cover whole; buses pass smoothly
10118-1 | 化粪池井盖缺失、移位或断裂，有坠池和沼气危险 | 化粪池井盖盖严、无断裂，无沼气外溢 | Septic cover missing, shifted or cracked: fall and gas danger | Septic cover whole and seated; no gas escaping
10118-2 | 粪水从化粪池井口冒溢，臭味扰民 | 化粪池抽清不再冒溢，地面冲洗无异味 | Sewage spilling from the septic well; stench | Tank emptied, no spill; ground washed, no smell
10118-3 | 化粪池井盖松动，踩压晃动有异响 | 化粪池井盖固定牢靠，踩压不晃不响 | Septic cover loose; rocks and clatters | Septic cover firm and silent
10118-4 | 化粪池井圈破损或井周地面沉降，需开挖修复 | 化粪池井圈和井周地面修平，余料清走 | Septic well frame broken or ground around it sunk; needs digging up | Frame and ground around it flush; spoil removed
10119-1 | 输油（气）井盖缺失、移位或破损，管道阀门外露 | 输油（气）井盖盖严加锁，周边无油气味 | Oil/gas line cover missing, shifted or damaged; valve exposed | Cover seated and locked; no fumes around
10120-1 | 信号灯电源井盖缺失、移位或破损，电源线外露 | 信号灯电源井盖盖严，信号灯供电正常 | Signal power cover missing, shifted or damaged; supply wires exposed | Cover seated; signal power normal
10121-1 | 人防井盖缺失、移位或破损，井口敞开 | 人防井盖封盖严实，标识清楚 | Civil-defence cover missing, shifted or damaged; shaft open | Cover sealed; marking legible
10122-1 | 特殊井盖缺失、移位或破损，需权属单位到场 | 特殊井盖由权属单位恢复，现场无隐患 | Special cover missing, shifted or damaged; owner must attend | Cover restored by its owner; site safe
10123-1 | 不明井盖缺失、移位或断裂，行人车辆有坠井危险 | 不明井盖先盖严或换新，人车可安全通过 | Unowned cover missing, shifted or cracked: people or wheels may fall in | Cover seated or replaced; safe to cross
10123-2 | 不明井内积液外冒，来源未查清 | 不明井外冒止住，来源和权属查明 | Liquid rising from an unowned well, source unknown | Outflow stopped; source and owner traced
10123-3 | 不明井盖松动，车辆压过有异响 | 不明井盖垫实固定，车辆压过无异响 | Unowned cover loose; clatters under wheels | Cover bedded and fixed; silent under wheels
10123-4 | 不明井圈破损或井周路面沉降，需认领后开挖修复 | 不明井已认领，井圈和井周路面修平 | Unowned well frame broken or road sunk; owner to be found, then dug up | Owner found; frame and road around it flush
10124-1 | 消火栓等消防设施缺失、破损或被圈占 | 消防设施完好，周边可随时取用 | Hydrant or other fire gear missing, damaged or enclosed | Fire gear sound and free to use
10125-1 | 供水器爆裂喷水，漫上车道，行人车辆有滑倒打滑危险 | 供水器水源关断或修好，路面无漫水 | Dispenser burst, water over the lane: slip and skid danger | Supply shut or mended; road dry
10125-2 | 供水器不出水或出水浑浊 | 供水器出水正常、水质清澈 | Dispenser gives no water, or cloudy water | Dispenser gives clear water
10125-3 | 供水器台面脏污，周边积水、有垃圾 | 供水器台面擦净，周边无积水垃圾 | Dispenser dirty; puddles or litter around it | Dispenser wiped; no puddles or litter
10125-4 | 供水器倾斜、壳体破损或缺失，需更换安装 | 供水器装正装牢，试用正常 | Dispenser tilted, broken or gone; needs replacing | Dispenser set upright and works
10126-1 | 沟槽盖板缺失、断裂，行人有踩空危险 | 沟槽盖板补齐铺平，踩压稳固 | Trench plate missing or broken: people may step through | Plates complete, level and firm
10126-2 | 沟槽盖板松动翘角，绊脚或有异响 | 沟槽盖板垫实放平，不绊脚、无异响 | Trench plate loose or lifted; trips or clatters | Plate bedded flat; no trip, no clatter
10127-1 | 通信交接箱箱门敞开、破损，线缆外露 | 通信交接箱箱门修好锁闭，线缆收进箱内 | Telecom cabinet door open or broken; cables exposed | Door mended and locked; cables inside
10127-2 | 通信交接箱脏污，乱贴乱画 | 通信交接箱擦洗干净，无张贴涂画 | Telecom cabinet dirty, posted or scribbled on | Cabinet clean; no posters or scribbles
10127-3 | 通信交接箱周边遗留线头、工余料 | 通信交接箱周边线头、余料清走 | Cable ends or spoil left around the telecom cabinet | Cable ends and spoil removed
10127-4 | 通信交接箱倾斜、基座破损或废弃，需重装拆除 | 通信交接箱扶正装牢或拆除，地面恢复 | Telecom cabinet tilted, base broken, or disused; refit or remove | Cabinet refitted or removed; paving restored
10128-1 | 电力设施外壳破损、门锁脱落，需停电修理 | 电力设施外壳和门锁修好，关闭严实 | Power unit casing broken or lock gone; outage needed to mend | Casing and lock mended; shut tight
10128-2 | 电力设施脏污，乱贴乱画 | 电力设施擦洗干净，无张贴涂画 | Power unit dirty, posted or scribbled on | Power unit clean; no posters or scribbles
10128-3 | 电力设施周边堆物，挡住检修门 | 电力设施周边清空，检修门可打开 | Goods piled against the power unit's service door | Pile cleared; service door opens
10128-4 | 电力设施倾斜、基座开裂或废弃，需重装拆除 | 电力设施扶正加固或拆除，地面恢复 | Power unit tilted, base cracked, or disused; refit or remove | Unit refitted or removed; ground restored
10129-1 | 电力设施标识牌缺失、脱落或字迹不清 | 电力设施标识牌补齐挂牢，字迹清楚 | Power-facility sign missing, fallen or illegible | Sign back, firm and legible
10129-2 | 电力设施标识牌脏污或被小广告遮住 | 电力设施标识牌擦净，字面无遮挡 | Power-facility sign dirty or posted over | Sign wiped; nothing covers it
10130-1 | 电力杆上拉线松脱或附件下垂 | 电力杆拉线收紧，附件固定不下垂 | Stay wire slack or fittings hanging from the power pole | Stay tightened; fittings fixed
10130-2 | 电力杆倾斜、杆身开裂，需换杆扶正 | 电力杆扶正或换新，杆身稳固 | Power pole leaning or cracked; straighten or replace | Pole upright and sound
10130-3 | 电力杆上乱贴乱画、乱挂物品 | 电力杆清理干净，无张贴悬挂 | Posters, scribbles or things hung on the power pole | Pole cleaned; nothing posted or hung
10130-4 | 废弃电力杆未拆，占用人行道 | 废弃电力杆拔除，坑洞填平 | Disused power pole left standing on the footway | Pole pulled; hole filled level
10131-1 | 通信杆倾倒或断裂，砸到人车、拦住道路有危险 | 通信杆扶起或移走，道路畅通，无坠落危险 | Telecom pole fallen or snapping: may hit people or block the road | Pole righted or removed; road clear and safe
10131-2 | 通信杆倾斜、杆身开裂，需换杆扶正 | 通信杆扶正或换新，杆身稳固 | Telecom pole leaning or cracked; straighten or replace | Pole upright and sound
10131-3 | 通信杆上乱贴乱画、乱挂物品 | 通信杆清理干净，无张贴悬挂 | Posters, scribbles or things hung on the telecom pole | Pole cleaned; nothing posted or hung
10131-4 | 废弃通信杆未拆，占用人行道 | 废弃通信杆拔除，坑洞填平 | Disused telecom pole left standing on the footway | Pole pulled; hole filled level
10132-1 | 公交立杆倾斜、破损或线缆下垂 | 公交立杆扶正修好，线缆收紧 | Transit pole leaning, damaged or its wires sagging | Transit pole upright; wires taut
10133-1 | 广电立杆倾斜、破损或光缆下垂 | 广电立杆扶正修好，光缆收紧 | Cable-TV pole leaning, damaged or its line sagging | Cable-TV pole upright; line taut
10134-1 | 市政立杆倾斜、锈蚀或底座松动 | 市政立杆扶正除锈，底座紧固 | Municipal pole leaning, rusted or loose at the base | Municipal pole upright, derusted, base tight
10135-1 | 特殊立杆倾斜、破损，影响通行 | 特殊立杆由权属单位修好，通行无阻 | Special pole leaning or damaged, in the way | Special pole mended by its owner; way clear
10136-1 | 不明立杆倾斜、破损或废弃，无人认领 | 不明立杆查明权属后扶正或拆除，地面恢复 | Unowned pole leaning, damaged or disused | Owner traced; pole righted or removed, ground restored
10137-1 | 路灯该亮不亮，夜间路段漆黑 | 路灯夜间正常亮灯 | Street lamp out; stretch dark at night | Lamp lights at night
10137-2 | 路灯白天长亮或时亮时灭 | 路灯按时开关，灯光稳定 | Street lamp on by day, or flickering | Lamp on and off on time; steady
10137-3 | 路灯灯罩、灯臂破损或松脱 | 路灯灯罩、灯臂修好固定 | Lamp shade or arm broken or loose | Shade and arm mended and fixed
10137-4 | 路灯杆检修门缺失或未关 | 路灯杆检修门补齐锁好 | Lamp-pole service door missing or open | Service door fitted and locked
10137-5 | 路灯杆上乱贴乱画、乱挂物品 | 路灯杆清理干净，无张贴悬挂 | Posters, scribbles or things hung on the lamp pole | Lamp pole cleaned; nothing posted or hung
10137-6 | 路灯杆倾斜、锈穿或基座破损，需更换修复 | 路灯杆扶正换好，基座修复稳固 | Lamp pole leaning, rusted through or base broken; needs repair | Pole upright or new; base sound
10138-1 | 地灯该亮不亮或时亮时灭 | 地灯夜间正常亮灯 | Ground light out or flickering | Ground light works at night
10138-2 | 地灯灯面破碎、灯体松动 | 地灯换新装平，表面完好 | Ground light glass broken or body loose | Ground light replaced, flush and whole
10138-3 | 地灯灯面被泥土、小广告盖住 | 地灯灯面擦净，出光无遮挡 | Ground light covered by mud or posters | Ground light wiped; nothing blocks it
10138-4 | 地灯缺失、基坑外露，需重新安装 | 地灯装好接线，基坑填平 | Ground light gone, pit open; needs refitting | Light fitted and wired; pit filled
10139-1 | 景观灯成片不亮 | 景观灯成片恢复亮灯 | A run of landscape lights out | The run is lit again
10139-2 | 单个景观灯不亮或颜色错乱 | 景观灯亮灯和颜色正常 | Single landscape light out or wrong colour | Light and colour right
10139-3 | 景观灯灯具破损、松脱下垂 | 景观灯灯具修好，固定不下垂 | Landscape light broken or hanging loose | Light mended and fixed
10139-4 | 景观灯杆倾斜、锈蚀，需扶正除锈 | 景观灯杆扶正除锈，站立稳固 | Landscape light pole leaning or rusted | Pole upright, derusted and firm
10139-5 | 景观灯上乱贴乱画、挂有杂物 | 景观灯清理干净，无张贴杂物 | Posters, scribbles or things hung on landscape lights | Lights cleaned; nothing posted or hung
10139-6 | 景观灯线管脱落，线缆外露 | 景观灯线管固定，线缆不外露 | Landscape light conduit off; wires exposed | Conduit fixed; no wire exposed
10139-7 | 景观灯缺失或基座损坏，需重新安装 | 景观灯装好亮灯，基座和地面恢复 | Landscape light gone or base broken; needs refitting | Light fitted and lit; base and paving restored
10140-1 | 报刊亭玻璃、门窗或顶棚破损 | 报刊亭破损处修好，无碎片脱落 | Newsstand glass, door or roof broken | Broken parts mended; no loose pieces
10140-2 | 报刊亭外墙脏污，乱贴乱挂 | 报刊亭外墙擦净，无张贴悬挂 | Newsstand dirty, posted or hung with goods | Newsstand clean; nothing posted or hung
10140-3 | 报刊亭废弃或倾斜，需拆除或重装 | 报刊亭拆除或重装完毕，地面恢复 | Newsstand disused or tilted; remove or refit | Newsstand removed or refitted; paving restored
10141-1 | 电话亭破损、脏污或话机缺失 | 电话亭修好擦净，话机齐全 | Phone booth broken, dirty or without phone | Booth mended and clean; phone in place
10142-1 | 邮筒破损、倾斜或投信口堵塞 | 邮筒扶正修好，投信口畅通 | Mailbox broken, tilted or slot blocked | Mailbox upright and mended; slot free
10143-1 | 信息亭黑屏、破损或被乱贴 | 信息亭屏幕正常，外壳完好无张贴 | Kiosk screen dark, case broken or posted on | Screen works; case whole and clean
10144-1 | 售货亭破损、脏污或外摆占道 | 售货亭修好擦净，货物收回亭内 | Vending kiosk broken, dirty or spilling onto the footway | Kiosk mended and clean; goods inside
10145-1 | 自动售货机脏污，乱贴乱画 | 自动售货机擦净，无张贴涂画 | Vending machine dirty, posted or scribbled on | Machine clean; no posters or scribbles
10145-2 | 自动售货机倾斜或位置挡道，需移位重装 | 自动售货机移到位放平，不挡道 | Vending machine tilted or in the way; needs moving | Machine moved, level and out of the way
10145-3 | 自动售货机电源线外露 | 自动售货机电源线入管，无外露 | Vending machine supply cord exposed | Cord in conduit; none exposed
10145-4 | 自动售货机玻璃、门板破损 | 自动售货机破损处换好，无尖角碎片 | Vending machine glass or panel broken | Panel replaced; no sharp edges
10146-1 | 健身器材有松动部件，使用时晃动 | 健身器材部件紧固，使用不晃 | Fitness equipment has loose parts and wobbles | Parts tightened; no wobble
10146-2 | 健身器材断裂、倾倒或缺失，需更换安装 | 健身器材换好装牢，试用正常 | Fitness equipment broken, fallen or gone; needs replacing | Equipment replaced, firm and usable
10146-3 | 健身器材脏污或周边有垃圾 | 健身器材擦净，周边无垃圾 | Fitness equipment dirty or litter around | Equipment wiped; no litter
10146-4 | 健身场地地垫破损翘起 | 健身场地地垫补平，不绊脚 | Fitness area matting torn or lifted | Matting patched flat; no trip
10147-1 | 高压线铁塔构件缺失、锈蚀或塔基下沉 | 高压线铁塔构件补齐，塔基稳固 | Pylon member missing, rusted or footing sunk | Pylon members complete; footing firm
10148-1 | 变压器（箱）护栏破损、箱门敞开或警示牌缺失 | 变压器（箱）护栏和箱门修好，警示牌清楚 | Transformer fence broken, door open or warning gone | Fence and door mended; warning legible
10149-1 | 燃气调压箱箱门敞开或锁具损坏 | 燃气调压箱箱门锁闭，锁具完好 | Gas regulator box door open or lock broken | Door locked; lock sound
10149-2 | 燃气调压箱防撞栏缺失、歪倒 | 燃气调压箱防撞栏补齐立牢 | Gas regulator box bollards missing or knocked over | Bollards complete and firm
10149-3 | 燃气调压箱脏污，警示标识被盖住 | 燃气调压箱擦净，警示标识清楚 | Gas regulator box dirty; warning covered | Box clean; warning legible
10149-4 | 燃气调压箱箱体锈蚀、变形，需修理除锈 | 燃气调压箱箱体修好刷漆，关闭严实 | Gas regulator box rusted or bent; needs repair | Box mended and painted; shuts tight
10150-1 | 监控摄像头被树枝、招牌遮挡 | 监控摄像头前遮挡清除，画面完整 | Camera view blocked by branches or signs | View cleared; full picture
10150-2 | 监控摄像头破损、歪斜或缺失，需更换 | 监控摄像头换好装正，画面正常 | Camera broken, askew or gone; needs replacing | Camera replaced and aimed; picture normal
10150-3 | 监控立杆上乱贴乱画、乱挂物品 | 监控立杆清理干净，无张贴悬挂 | Posters, scribbles or things hung on the camera pole | Camera pole cleaned; nothing posted or hung
10150-4 | 监控立杆倾斜或设备箱损坏 | 监控立杆扶正，设备箱修好锁闭 | Camera pole leaning or its box broken | Pole upright; box mended and locked
10151-1 | 治安岗亭玻璃、门窗破损，需更换修理 | 治安岗亭门窗玻璃换好，开关正常 | Sentry box glass, door or window broken; needs replacing | Glass and doors replaced; open and shut
10151-2 | 治安岗亭外墙脏污，乱贴乱画 | 治安岗亭外墙擦净，无张贴涂画 | Sentry box dirty, posted or scribbled on | Sentry box clean; no posters or scribbles
10151-3 | 治安岗亭倾斜、废弃，需拆除或重装 | 治安岗亭拆除或重装完毕，地面恢复 | Sentry box tilted or disused; remove or refit | Box removed or refitted; paving restored
10152-1 | 休息亭坐凳、栏杆破损，需修理更换 | 休息亭坐凳、栏杆修好，坐靠稳固 | Pavilion seat or railing broken; needs repair | Seat and railing mended; bear weight
10152-2 | 休息亭脏污，有垃圾或乱贴乱画 | 休息亭清扫擦净，无垃圾张贴 | Pavilion dirty, littered or posted on | Pavilion swept and wiped; no litter or posters
10152-3 | 休息亭顶棚漏雨、立柱倾斜，需大修 | 休息亭顶棚不漏、立柱扶正加固 | Pavilion roof leaks or post leans; major repair | Roof tight; posts upright and braced
10153-1 | 民用水井无盖、护栏缺失或井水脏污 | 民用水井加盖围护，井水清洁 | Well without lid or guard, or its water dirty | Well covered and guarded; water clean
10154-1 | 充电桩插头、线缆破损，不能使用 | 充电桩插头线缆换好，试充正常 | Charger plug or cable broken; unusable | Plug and cable replaced; test charge works
10154-2 | 充电桩故障停用，需检修设备 | 充电桩检修完毕，恢复充电 | Charger out of order; equipment needs overhaul | Charger overhauled; charging again
10154-3 | 充电站地面脏污、桩体乱贴 | 充电站地面清净，桩体无张贴 | Charging station dirty or posted on | Station swept; posts clean
10154-4 | 充电桩倾倒、雨棚损坏或废弃，需重建拆除 | 充电桩和雨棚重装或拆除，地面恢复 | Charger fallen, canopy broken, or disused; rebuild or remove | Charger and canopy refitted or removed; ground restored
10155-1 | 输油（气）标志桩缺失、倾倒或字迹不清 | 输油（气）标志桩补齐立正，字迹清楚 | Pipeline marker missing, fallen or illegible | Marker in place, upright, legible
10156-1 | 标石缺失、松动或被埋 | 标石露出立稳，周边无堆土 | Marker stone missing, loose or buried | Stone exposed and firm; soil cleared
10157-1 | 露天燃气管道锈蚀、支架松脱，需除锈加固 | 露天燃气管道除锈刷漆，支架紧固 | Exposed gas pipe rusted or bracket loose; derust and fix | Pipe painted; brackets tight
10157-2 | 露天燃气管道上挂物、拴绳，管线受力 | 露天燃气管道上杂物绳索清除，管线不受力 | Things hung or tied on the exposed gas pipe | Things and ropes removed; pipe free of load
`
