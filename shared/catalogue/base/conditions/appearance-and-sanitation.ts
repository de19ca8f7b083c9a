/** 市容环境设施: condition | filing | closing, then both in English. The sentences are ours, the kinds the field's. */
export const appearanceAndSanitation = `
10301-1 | 公共厕所门窗、隔板、洗手台破损 | 公共厕所门窗、隔板、洗手台修好能用 | Toilet door, partition or basin broken | Doors, partitions and basins mended
10301-2 | 公共厕所便器堵塞、粪污外溢 | 公共厕所便器疏通，地面无粪污 | Toilet bowl blocked and overflowing | Bowls cleared; floor clean
10301-3 | 公共厕所地面脏污、有异味蚊蝇 | 公共厕所冲洗干净，无异味蚊蝇 | Toilet floor dirty, smell or flies | Toilet washed; no smell or flies
10301-4 | 公共厕所停水停电、灯不亮 | 公共厕所通水通电，灯亮 | Toilet without water or light | Water, power and lights on
10301-5 | 公共厕所门前污水横流、有垃圾 | 公共厕所门前冲净，无污水垃圾 | Dirty water or litter outside the toilet | Entrance washed; no water or litter
10301-6 | 公共厕所开放时间内锁门 | 公共厕所按公示时间开门 | Toilet locked during opening hours | Toilet open at posted hours
10301-7 | 公共厕所无障碍间占用堆物或扶手脱落 | 公共厕所无障碍间清空，扶手牢固 | Accessible stall used for storage, or its rail off | Accessible stall clear; rail firm
10301-8 | 公共厕所屋顶漏水、墙砖脱落，需大修 | 公共厕所屋顶不漏，墙砖补齐 | Toilet roof leaks or tiles falling; major repair | Roof tight; tiles replaced
10302-1 | 公厕指示牌缺失，路口无指引 | 公厕指示牌补装，指引到位 | Toilet sign missing; no direction at the corner | Sign fitted; direction given
10302-2 | 公厕指示牌破损、褪色 | 公厕指示牌换新，图文清楚 | Toilet sign broken or faded | Sign replaced and clear
10302-3 | 公厕指示牌指向错误、距离不符 | 公厕指示牌指向和距离改正 | Toilet sign points wrong or distance wrong | Direction and distance corrected
10302-4 | 公厕指示牌脏污、被小广告盖住 | 公厕指示牌擦净，无张贴 | Toilet sign dirty or posted over | Sign wiped; no posters
10302-5 | 公厕指示牌立杆倾斜、松动 | 公厕指示牌立杆扶正紧固 | Toilet sign post leaning or loose | Post upright and tight
10303-1 | 化粪池池盖塌陷或沼气外泄，有坠池爆燃危险 | 化粪池围挡排险，池盖盖严、无沼气味 | Septic tank lid caved in or gas leaking: fall or blast danger | Tank fenced and made safe; lid sealed, no gas
10303-2 | 化粪池满溢或堵塞，需抽运疏通 | 化粪池抽清疏通，不再外溢 | Septic tank full or blocked; needs pumping | Tank pumped and cleared; no overflow
10303-3 | 化粪池周边粪污渗出、臭味扰民 | 化粪池周边冲洗消杀，无异味 | Filth seeping around the septic tank; stench | Ground washed and disinfected; no smell
10304-1 | 垃圾间门窗、压缩设备损坏停用 | 垃圾间门窗设备修好，正常收运 | Garbage room door or compactor broken | Door and compactor mended; in service
10304-2 | 垃圾间污水外流、地面油滑 | 垃圾间地面冲净，污水入管 | Leachate running out of the garbage room; slippery floor | Floor washed; leachate drained
10304-3 | 垃圾间异味、蚊蝇扰民 | 垃圾间除臭消杀，门口无异味蚊蝇 | Smell or flies from the garbage room | Deodorised and disinfected; no smell or flies
10304-4 | 垃圾间门外堆放垃圾未入间 | 垃圾间门外垃圾清运，门外干净 | Garbage piled outside the garbage room | Pile carted off; outside clean
10305-1 | 垃圾箱缺失，居民无处投放 | 垃圾箱补放到位，可正常投放 | Bin missing; nowhere to put garbage | Bin in place and usable
10305-2 | 垃圾箱箱体破损、缺盖 | 垃圾箱修好换盖，关闭严实 | Bin broken or without lid | Bin mended; lid shuts
10305-3 | 垃圾箱分类标识缺失、错贴 | 垃圾箱分类标识补齐贴对 | Sorting label missing or wrong on the bin | Sorting labels complete and right
10305-4 | 垃圾箱倾斜、底座松动 | 垃圾箱扶正，底座固定 | Bin tilted or base loose | Bin upright; base fixed
10305-5 | 垃圾箱脏污、乱贴小广告 | 垃圾箱擦洗干净，无小广告 | Bin dirty or posted on | Bin washed; no posters
10305-6 | 垃圾箱满溢，垃圾落地 | 垃圾箱清空，周边地面干净 | Bin overflowing onto the ground | Bin emptied; ground clean
10306-1 | 户外广告画面破损、脱落下垂 | 户外广告画面换好绷紧，无下垂 | Billboard sheet torn or hanging | Sheet replaced and taut; nothing hangs
10306-2 | 户外广告灯光不亮、残缺 | 户外广告灯光补齐，亮灯完整 | Billboard lights out or partly dark | Lights complete and on
10306-3 | 户外广告画面褪色、内容过期 | 户外广告画面更换，内容有效 | Billboard faded or out of date | Sheet replaced; content current
10306-4 | 户外广告画面脏污、被乱贴 | 户外广告画面擦净，无张贴 | Billboard dirty or posted on | Billboard wiped; no posters
10306-5 | 户外广告架体锈蚀、松动，需加固拆除 | 户外广告架体加固或拆除，连接牢靠 | Billboard frame rusted or loose; brace or remove | Frame braced or removed; joints firm
10307-1 | 牌匾标识残缺、缺字少划 | 牌匾标识补全，字划完整 | Signboard with missing letters or strokes | Signboard complete
10307-2 | 牌匾标识灯光残缺、闪烁 | 牌匾标识灯光修好，显示完整 | Signboard lights partly out or flickering | Lights mended; full display
10307-3 | 牌匾标识脏污、褪色 | 牌匾标识擦净，颜色清楚 | Signboard dirty or faded | Signboard wiped; colours clear
10307-4 | 牌匾标识架体松动、锈蚀，需加固更换 | 牌匾标识架体加固换好，推动不晃 | Signboard frame loose or rusted; brace or replace | Frame braced or new; does not give
10307-5 | 店铺搬走后旧牌匾标识未拆 | 旧牌匾标识拆除，墙面恢复 | Old signboard left after the shop moved out | Old signboard removed; wall restored
10308-1 | 宣传栏内容破损、过期 | 宣传栏内容更换，画面完整 | Board content torn or out of date | Content replaced and whole
10308-2 | 宣传栏玻璃破碎、门锁损坏 | 宣传栏玻璃换好，门锁能关 | Board glass broken or lock damaged | Glass replaced; lock shuts
10308-3 | 宣传栏灯光不亮 | 宣传栏灯光夜间亮起 | Board lights out | Board lit at night
10308-4 | 宣传栏倾斜、立柱松动 | 宣传栏扶正，立柱紧固 | Board leaning or posts loose | Board upright; posts tight
10308-5 | 宣传栏脏污、被小广告覆盖 | 宣传栏擦净，小广告清除 | Board dirty or covered with posters | Board wiped; posters removed
10309-1 | 环保监测站外墙破损、脏污或被堆物围堵 | 环保监测站外墙修好擦净，周边清空 | Environmental station damaged, dirty or hemmed in | Station mended and clean; surroundings clear
10310-1 | 气象监测站围栏破损或有树木建筑遮挡 | 气象监测站围栏修好，遮挡清除 | Weather station fence broken or instruments obstructed | Fence mended; obstruction removed
10311-1 | 污水口监测站设备箱破损、取水口堵塞 | 污水口监测站设备箱修好，取水口畅通 | Outfall station cabinet broken or intake blocked | Cabinet mended; intake free
10312-1 | 空气质量和噪声显示屏黑屏、乱码或破损 | 空气质量和噪声显示屏读数正常、屏体完好 | Air and noise display dark, garbled or broken | Readings shown; screen whole
10313-1 | 环卫工具房破损、工具外堆占道 | 环卫工具房修好，工具收进房内 | Tool room broken, or tools piled outside | Tool room mended; tools inside
10314-1 | 融雪剂溶解池渗漏、缺盖或围栏破损 | 融雪剂溶解池不渗漏，池盖围栏完好 | De-icer tank leaking, uncovered or fence broken | Tank tight; lid and fence whole
`
