/** 道路交通设施: condition | filing | closing, then both in English. The sentences are ours, the kinds the field's. */
export const roadsAndTraffic = `
10201-1 | 停车场路面破损、坑洼，需修补 | 停车场路面补平，车辆行驶平稳 | Parking lot surface broken or potholed; needs patching | Surface patched; drives smoothly
10201-2 | 停车场标线磨失、车位不清 | 停车场标线重划，车位清楚 | Lot markings worn; bays unclear | Markings repainted; bays clear
10201-3 | 停车场道闸、护栏、车挡损坏 | 停车场道闸、护栏、车挡修好能用 | Lot barrier, railing or wheel stop broken | Barrier, railing and stops mended
10201-4 | 停车场地面脏污、有垃圾 | 停车场清扫干净，无垃圾油污 | Parking lot dirty or littered | Lot swept; no litter or oil
10202-1 | 停车咪表损坏、脏污或显示不清 | 停车咪表修好擦净，显示正常 | Meter broken, dirty or display unreadable | Meter mended and clean; display reads
10203-1 | 路边泊位标线磨失、编号不清或被占用 | 路边泊位标线编号清楚，无私占物 | Roadside bay lines or number worn, or bay taken over | Lines and number clear; bay free
10204-1 | 公交站牌缺失或站名线路有误 | 公交站牌补装，站名线路正确 | Stop sign missing, or name or routes wrong | Sign back; name and routes right
10204-2 | 公交站亭顶棚破损漏雨，需修理 | 公交站亭顶棚修好，不漏雨 | Shelter roof broken or leaking; needs repair | Roof mended; no leak
10204-3 | 公交站亭座椅、靠栏断裂，需更换 | 公交站亭座椅、靠栏换好，坐靠稳固 | Shelter seat or rail broken; needs replacing | Seat and rail replaced; bear weight
10204-4 | 公交站亭灯箱不亮或玻璃破碎 | 公交站亭灯箱亮灯，玻璃换好无碎片 | Shelter light box dark or glass broken | Light box lit; glass replaced, no shards
10204-5 | 公交站亭脏污、乱贴乱画 | 公交站亭擦洗干净，无张贴涂画 | Shelter dirty, posted or scribbled on | Shelter clean; no posters or scribbles
10204-6 | 公交站台上堆物摆摊，挡住候车 | 公交站台清空，候车上下无阻 | Goods or stalls on the platform block passengers | Platform clear; boarding unhindered
10204-7 | 公交站亭倾斜、基础损坏或废弃，需重建拆除 | 公交站亭重装或拆除，站台地面恢复 | Shelter leaning, base broken, or disused; rebuild or remove | Shelter rebuilt or removed; platform restored
10205-1 | 出租车站牌缺失、破损或字迹不清 | 出租车站牌装好，字迹清楚 | Taxi-stand sign missing, broken or illegible | Taxi-stand sign up and legible
10206-1 | 过街天桥桥面破损、台阶缺角，需修补 | 过街天桥桥面台阶补平，不绊脚 | Overpass deck broken or step chipped; needs patching | Deck and steps patched; no trip
10206-2 | 过街天桥栏杆断裂、松动，需焊接加固 | 过街天桥栏杆修好，推靠不晃 | Overpass railing broken or loose; needs welding | Railing mended; does not give
10206-3 | 过街天桥顶棚、装饰板松脱 | 过街天桥顶棚、装饰板固定，无下坠 | Overpass canopy or panel loose | Canopy and panels fixed; nothing hangs
10206-4 | 过街天桥上有垃圾、积水或摆摊 | 过街天桥清扫干净，通道无摊无积水 | Litter, puddles or stalls on the overpass | Overpass swept; no stalls or puddles
10206-5 | 过街天桥照明灯不亮 | 过街天桥照明灯夜间正常亮 | Overpass lights out | Overpass lit at night
10206-6 | 过街天桥电梯、坡道停用，需检修 | 过街天桥电梯、坡道恢复使用 | Overpass lift or ramp out of use; needs overhaul | Lift and ramp in use again
10206-7 | 过街天桥上乱贴乱画、乱挂横幅 | 过街天桥清理干净，无张贴横幅 | Posters, scribbles or banners on the overpass | Overpass cleaned; no posters or banners
10207-1 | 地下通道灌水，行人被困或有触电危险 | 地下通道抽干积水，断电排险后开放 | Underpass flooded: people trapped or shock danger | Water pumped out; made safe and reopened
10207-2 | 地下通道墙面脱落、顶部渗漏，需修补 | 地下通道墙顶修好，无脱落渗漏 | Underpass wall flaking or roof leaking; needs repair | Walls and roof mended; no flaking or leak
10207-3 | 地下通道照明灯不亮 | 地下通道照明灯全部亮灯 | Underpass lights out | All underpass lights on
10207-4 | 地下通道有垃圾、尿渍或乱贴乱画 | 地下通道清洗干净，无异味张贴 | Litter, urine or posters in the underpass | Underpass washed; no smell or posters
10207-5 | 地下通道扶手、台阶松动破损 | 地下通道扶手、台阶修好稳固 | Underpass handrail or step loose or broken | Handrail and steps mended and firm
10207-6 | 地下通道内摆摊留宿，堵住行人 | 地下通道摊位杂物清走，通行无阻 | Stalls or sleepers block the underpass | Stalls and things gone; way clear
10208-1 | 立交桥桥面坑洼、伸缩缝破损，需修补 | 立交桥桥面和伸缩缝修平，行车平稳 | Interchange deck potholed or joint broken; needs repair | Deck and joints flush; smooth ride
10208-2 | 立交桥护栏、防撞墙破损，需修复 | 立交桥护栏、防撞墙修复完整 | Interchange railing or crash wall broken; needs repair | Railing and crash wall whole
10208-3 | 立交桥梁底、墩柱剥落露筋，需修复 | 立交桥剥落处修补，钢筋不外露 | Interchange soffit or pier spalled, rebar showing; needs repair | Spalls patched; no rebar showing
10208-4 | 立交桥面或桥下有垃圾、堆物 | 立交桥面和桥下清空，无垃圾堆物 | Litter or piles on or under the interchange | Deck and underside cleared
10208-5 | 立交桥泄水孔堵塞、桥面积水 | 立交桥泄水孔疏通，桥面无积水 | Interchange drain hole blocked; deck ponding | Drain holes clear; no ponding
10208-6 | 立交桥墩柱乱贴乱画 | 立交桥墩柱清洗，无张贴涂画 | Posters or scribbles on interchange piers | Piers washed; no posters or scribbles
10209-1 | 跨河桥栏杆松动、破损 | 跨河桥栏杆修好，推靠不晃 | River-bridge railing loose or broken | Railing mended; does not give
10209-2 | 跨河桥桥面破损、伸缩缝损坏，需修补 | 跨河桥桥面和伸缩缝修平 | River-bridge deck or joint broken; needs repair | Deck and joints flush
10209-3 | 跨河桥上有垃圾或乱贴乱画 | 跨河桥清扫擦净，无垃圾张贴 | Litter, posters or scribbles on the river bridge | Bridge swept and wiped
10210-1 | 交通涵洞积水、破损或照明不亮 | 交通涵洞无积水，洞体和照明完好 | Culvert flooded, damaged or unlit | Culvert dry, sound and lit
10211-1 | 限高架被撞歪倒或悬空，有砸车危险 | 限高架危险部件拆下，车道可安全通过 | Height frame struck, toppling or dangling: may hit vehicles | Dangling parts taken down; lane safe
10211-2 | 限高架横梁变形、立柱断裂，需更换 | 限高架换好立正，高度符合牌示 | Height frame beam bent or post broken; needs replacing | Frame replaced, upright, height as signed
10211-3 | 限高架限高牌缺失、数字不清 | 限高架限高牌补装，数字清楚 | Height sign missing or illegible | Height sign back and legible
10211-4 | 限高架上乱贴乱画、乱挂物品 | 限高架清理干净，无张贴悬挂 | Posters, scribbles or things hung on the height frame | Height frame cleaned
10211-5 | 限高架基座松动、立柱锈蚀，需加固除锈 | 限高架基座加固，立柱除锈刷漆 | Height frame base loose or post rusted; needs bracing | Base braced; post derusted and painted
10212-1 | 路名牌缺失，路口无路名 | 路名牌补装到位，路名正确 | Street-name sign missing at the junction | Sign fitted; name right
10212-2 | 路名牌破损、褪色看不清 | 路名牌换新，字迹清楚 | Street-name sign broken or faded | Sign replaced and legible
10212-3 | 路名牌歪斜、指向错误 | 路名牌扶正，指向正确 | Street-name sign tilted or pointing wrong | Sign upright and points right
10212-4 | 路名牌脏污、被小广告遮盖 | 路名牌擦净，无张贴遮盖 | Street-name sign dirty or posted over | Sign wiped; nothing covers it
10212-5 | 路名牌立杆倾倒、基座损坏，需重装 | 路名牌立杆重装稳固，地面恢复 | Street-name post fallen or base broken; needs refitting | Post refitted and firm; paving restored
10213-1 | 交通标志牌缺失、歪斜或被遮挡 | 交通标志牌补齐扶正，无遮挡 | Traffic sign missing, askew or hidden | Traffic sign in place, upright and visible
10214-1 | 交通信号灯不亮、乱闪或方向被撞偏 | 交通信号灯显示正常，朝向正确 | Traffic light dark, erratic or knocked askew | Traffic light works and faces right
10215-1 | 信号控制箱破损、箱门敞开或立杆倾斜 | 信号控制箱修好锁闭，立杆扶正 | Signal cabinet broken or open, or pole leaning | Cabinet mended and locked; pole upright
10216-1 | 交通岗亭破损、脏污或门窗损坏 | 交通岗亭修好擦净，门窗能关 | Traffic box broken, dirty or its door damaged | Traffic box mended and clean; door shuts
10217-1 | 交通护栏移位、倒伏，占住车道 | 交通护栏摆正连牢，不占车道 | Guardrail shifted or fallen into the lane | Guardrail straight and linked; lane clear
10217-2 | 交通护栏缺失、变形断裂 | 交通护栏补齐换好，连接牢固 | Guardrail missing, bent or broken | Guardrail completed and firm
10217-3 | 交通护栏脏污、挂有广告 | 交通护栏冲洗干净，无广告悬挂 | Guardrail dirty or hung with adverts | Guardrail washed; no adverts
10217-4 | 交通护栏成段锈蚀、底座损坏，需更换 | 交通护栏整段换好，底座稳固 | Stretch of guardrail rusted or bases broken; needs replacing | Stretch replaced; bases firm
10218-1 | 防撞桶移位、破裂或缺失 | 防撞桶补齐归位，桶身完好 | Crash barrel shifted, split or missing | Crash barrels complete, in place, whole
10219-1 | 渠化岛路缘石、铺装破损，需修补 | 渠化岛路缘石、铺装补平 | Island kerb or paving broken; needs patching | Kerb and paving patched flush
10219-2 | 渠化岛标线、警示桩缺损 | 渠化岛标线和警示桩补齐 | Island markings or bollards missing | Markings and bollards complete
10219-3 | 渠化岛上乱贴乱画、插放广告 | 渠化岛清理干净，无张贴广告 | Posters, scribbles or advert boards on the island | Island cleaned; no posters or adverts
10219-4 | 渠化岛绿植枯死、泥土外溢 | 渠化岛绿植补栽，路面无泥土 | Island plants dead or soil spilling | Plants replaced; no soil on the road
10219-5 | 渠化岛上有垃圾、积水 | 渠化岛清扫干净，无垃圾积水 | Litter or puddles on the island | Island swept; no litter or puddles
10220-1 | 人行横道桩缺失，机动车驶上人行道 | 人行横道桩补齐，机动车上不去 | Crosswalk bollard missing; cars mount the footway | Bollards complete; cars kept out
10220-2 | 人行横道桩断裂、露出尖茬 | 人行横道桩换好，无尖茬外露 | Crosswalk bollard snapped, jagged stump | Bollard replaced; no jagged edge
10220-3 | 人行横道桩脏污、乱贴 | 人行横道桩擦净，无张贴 | Crosswalk bollard dirty or posted on | Bollard wiped; no posters
10220-4 | 人行横道桩歪斜、松动 | 人行横道桩扶正，推动不晃 | Crosswalk bollard leaning or loose | Bollard upright; does not give
10221-1 | 便道桩缺失，车辆驶上便道停放 | 便道桩补齐，车辆上不了便道 | Sidewalk bollard missing; vehicles park on the walk | Bollards complete; vehicles kept off
10221-2 | 便道桩断裂、残桩绊脚 | 便道桩换好，残桩清除 | Sidewalk bollard snapped; stump trips people | Bollard replaced; stump removed
10221-3 | 便道桩脏污、乱贴小广告 | 便道桩擦净，小广告清除 | Sidewalk bollard dirty or posted on | Bollard wiped; posters removed
10221-4 | 便道桩歪斜、底座松动 | 便道桩扶正，底座紧固 | Sidewalk bollard leaning or base loose | Bollard upright; base tight
10222-1 | 柔性隔离柱缺失、断裂或倒伏 | 柔性隔离柱补齐立直，排列整齐 | Delineator missing, snapped or flattened | Delineators complete and upright
10223-1 | 道路信息显示屏黑屏、乱码或内容过期 | 道路信息显示屏显示正常、内容准确 | Road display dark, garbled or out of date | Display works; content right
10224-1 | 道路隔音屏面板缺失、破裂 | 道路隔音屏面板补齐，无裂缝 | Noise-barrier panel missing or cracked | Panels complete; no cracks
10224-2 | 道路隔音屏支架松动、屏体倾斜 | 道路隔音屏支架紧固，屏体立直 | Noise-barrier frame loose or panel leaning | Frame tight; barrier upright
10224-3 | 道路隔音屏脏污、乱贴乱画 | 道路隔音屏冲洗干净，无张贴涂画 | Noise barrier dirty, posted or scribbled on | Barrier washed; no posters or scribbles
10225-1 | 非机动车停放点标线磨失、范围不清 | 非机动车停放点标线重划清楚 | Cycle-parking lines worn; area unclear | Lines repainted and clear
10225-2 | 非机动车停放点车架、护栏损坏 | 非机动车停放点车架、护栏修好 | Cycle-parking rack or railing broken | Rack and railing mended
10225-3 | 非机动车停放点脏乱，有垃圾、倒车 | 非机动车停放点清扫干净，车辆摆齐 | Cycle parking littered; cycles fallen | Swept; cycles lined up
10226-1 | 存车支架变形、松动或缺失 | 存车支架修好装牢，能稳住车辆 | Bicycle rack bent, loose or missing | Rack mended and firm; holds cycles
10227-1 | 公共自行车租赁点锁桩损坏、亭体破损 | 公共自行车租赁点锁桩能借还，亭体完好 | Public-bicycle dock or kiosk broken | Docks lend and return; kiosk whole
10228-1 | 铁道口栏木、警示灯或铺面损坏 | 铁道口栏木、警示灯和铺面完好 | Railway-crossing bar, light or surface damaged | Bar, lights and surface sound
10229-1 | 航标灯不亮、移位或缺失 | 航标灯归位，夜间亮灯 | Navigation beacon out, adrift or missing | Beacon in place; lit at night
10230-1 | 水域标示牌缺失，水边无警示 | 水域标示牌补装，警示清楚 | Waterway sign missing; no warning at the water | Sign fitted; warning clear
10230-2 | 水域标示牌破损、字迹褪色 | 水域标示牌换新，字迹清楚 | Waterway sign broken or faded | Sign replaced and legible
10230-3 | 水域标示牌内容有误、联系电话失效 | 水域标示牌内容改正，电话能接通 | Waterway sign wrong, or its phone number dead | Sign corrected; phone answers
10230-4 | 水域标示牌脏污、被遮挡 | 水域标示牌擦净，前方无遮挡 | Waterway sign dirty or hidden | Sign wiped; nothing in front
10230-5 | 水域标示牌立杆倾斜、松动 | 水域标示牌立杆扶正，推动不晃 | Waterway sign post leaning or loose | Post upright; does not give
`
