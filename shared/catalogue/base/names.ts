/** The 11 classes: code | Chinese | English. Facts from the field's published tables; events run 04 street order, 05 emergencies. */
export const classNames = `
101 | 公用设施 | Public utilities
102 | 道路交通设施 | Roads and traffic
103 | 市容环境设施 | City appearance and sanitation
104 | 园林绿化设施 | Parks and greenery
105 | 其他部件 | Other components
201 | 市容环境 | City appearance and environment
202 | 宣传广告 | Advertising
203 | 施工管理 | Construction management
204 | 街面秩序 | Street order
205 | 突发事件 | Emergencies
206 | 其他事件 | Other events
`

/** The 204 kinds: code | Chinese | English. Facts from the field's published tables. */
export const kindNames = `
10101 | 上水井盖 | Water-supply manhole cover
10102 | 污水井盖 | Sewage manhole cover
10103 | 雨水井盖 | Stormwater manhole cover
10104 | 雨水箅子 | Stormwater grate
10105 | 电力井盖 | Electric-power manhole cover
10106 | 路灯井盖 | Street-lamp manhole cover
10107 | 通信井盖 | Telecom manhole cover
10108 | 电视井盖 | Cable-TV manhole cover
10109 | 网络井盖 | Network manhole cover
10110 | 热力井盖 | Heating manhole cover
10111 | 燃气井盖 | Gas manhole cover
10112 | 公安井盖 | Public-security (police) manhole cover
10113 | 消防井盖 | Fire-hydrant manhole cover
10114 | 园林井盖 | Landscaping manhole cover
10115 | 环卫井盖 | Sanitation manhole cover
10116 | 中水井盖 | Reclaimed-water manhole cover
10117 | 公交井盖 | Transit manhole cover
10118 | 化粪池井盖 | Septic-tank manhole cover
10119 | 输油(气)井盖 | Oil/gas pipeline manhole cover
10120 | 信号灯电源井盖 | Traffic-signal power manhole cover
10121 | 人防井盖 | Civil-defence manhole cover
10122 | 特殊井盖 | Special manhole cover
10123 | 不明井盖 | Unidentified manhole cover
10124 | 消防设施 | Fire-fighting facility
10125 | 供水器 | Public water dispenser
10126 | 沟槽盖板 | Trench cover plate
10127 | 通信交接箱 | Telecom cross-connect cabinet
10128 | 电力设施 | Power facility
10129 | 电力设施标识牌 | Power-facility sign
10130 | 电力立杆 | Power pole
10131 | 通信立杆 | Telecom pole
10132 | 公交立杆 | Transit (trolley) pole
10133 | 广电立杆 | Cable-TV pole
10134 | 市政立杆 | Municipal pole
10135 | 特殊立杆 | Special pole
10136 | 不明立杆 | Unidentified pole
10137 | 路灯 | Street lamp
10138 | 地灯 | Ground light
10139 | 景观灯 | Landscape light
10140 | 报刊亭 | Newsstand
10141 | 电话亭 | Telephone booth
10142 | 邮筒 | Mailbox
10143 | 信息亭 | Information kiosk
10144 | 售货亭 | Vending kiosk
10145 | 自动售货机 | Vending machine
10146 | 健身设施 | Fitness facility
10147 | 高压线铁塔 | High-voltage pylon
10148 | 变压器(箱) | Transformer (box)
10149 | 燃气调压站(箱) | Gas pressure-regulating station (box)
10150 | 监控电子眼 | Surveillance camera
10151 | 治安岗亭 | Security sentry box
10152 | 休息亭 | Rest pavilion
10153 | 民用水井 | Civil water well
10154 | 充电站(桩) | EV charging station (pile)
10155 | 输油(气)标志桩 | Oil/gas pipeline marker post
10156 | 标石 | Survey/marker stone
10157 | 露天燃气管道 | Exposed gas pipe
10201 | 停车场 | Parking lot
10202 | 停车咪表 | Parking meter
10203 | 路边停车泊位 | Roadside parking bay
10204 | 公交站亭(牌) | Bus shelter / stop sign
10205 | 出租车站牌 | Taxi-stand sign
10206 | 过街天桥 | Pedestrian overpass
10207 | 地下通道 | Underpass
10208 | 高架立交桥 | Elevated interchange
10209 | 跨河桥 | River bridge
10210 | 交通涵洞 | Traffic culvert
10211 | 限高架(杆) | Height-limit frame
10212 | 路名牌 | Street-name sign
10213 | 交通标志牌 | Traffic sign
10214 | 交通信号灯 | Traffic light
10215 | 交通信号设施 | Traffic-signal facility
10216 | 交通岗亭 | Traffic sentry box
10217 | 交通护栏 | Traffic guardrail
10218 | 防撞桶 | Crash barrel
10219 | 安全岛(渠化岛) | Traffic island
10220 | 人行横道桩 | Crosswalk bollard
10221 | 便道桩 | Sidewalk bollard
10222 | 柔性隔离体 | Flexible delineator
10223 | 道路信息显示屏 | Road information display
10224 | 道路隔音屏 | Road noise barrier
10225 | 非机动车停放点 | Non-motor-vehicle parking spot
10226 | 存车支架 | Bicycle rack
10227 | 公共自行车租赁点 | Public-bicycle station
10228 | 铁道口设施 | Railway-crossing facility
10229 | 航标灯 | Navigation beacon
10230 | 水域标示牌 | Waterway sign
10301 | 公共厕所 | Public toilet
10302 | 公厕指示牌 | Public-toilet sign
10303 | 化粪池 | Septic tank
10304 | 垃圾间(楼) | Garbage room / transfer station
10305 | 垃圾箱 | Garbage bin
10306 | 户外广告 | Outdoor advertising
10307 | 牌匾标识 | Signboard
10308 | 宣传栏 | Bulletin board
10309 | 环保监测站 | Environmental monitoring station
10310 | 气象监测站 | Meteorological station
10311 | 污水口监测站 | Sewage-outfall monitoring station
10312 | 空气质量和噪声显示屏 | Air-quality & noise display
10313 | 环卫工具房 | Sanitation tool room
10314 | 融雪剂溶解池 | De-icer dissolving tank
10401 | 古树名木 | Ancient & famous tree
10402 | 行道树 | Street tree
10403 | 绿地 | Green space
10404 | 护树设施 | Tree-protection facility
10405 | 花架花钵 | Flower stand / planter
10406 | 雕塑 | Sculpture
10407 | 街头座椅 | Street bench
10408 | 绿地护栏 | Green-space railing
10409 | 绿地维护设施 | Green-space maintenance facility
10410 | 喷泉 | Fountain
10501 | 重大危险源 | Major hazard source
10502 | 工地 | Construction site
10503 | 车辆加油(气、电)站 | Fuel/gas/charging station
10504 | 液化气站 | LPG station
10505 | 人防工事 | Civil-defence works
10506 | 水域附属设施 | Waterway ancillary facility
10507 | 水域护栏 | Waterway railing
10508 | 防汛墙 | Flood wall
10509 | 港监设施 | Port-supervision facility
10510 | 公房地下室 | Public-housing basement
20101 | 私搭乱建 | Illegal construction / lean-to
20102 | 店面无证装修 | Unlicensed shopfront decoration
20103 | 违章接坡 | Illegal kerb ramp
20104 | 建筑物外立面不洁 | Dirty building facade
20105 | 临街阳台、屋顶脏乱差 | Untidy street-facing balcony/roof
20106 | 擅自在临街建筑物上挂彩旗 | Unauthorised flags on street-facing building
20107 | 沿街晾挂 | Hanging laundry along street
20108 | 擅自架设管线、杆线设施 | Unauthorised overhead lines/poles
20109 | 空调室外机低挂 | Low-hung AC outdoor unit
20110 | 暴露垃圾 | Exposed garbage
20111 | 积存垃圾渣土 | Accumulated refuse and muck
20112 | 道路不洁 | Dirty road
20113 | 道路破损 | Damaged road
20114 | 道路遗撒 | Spillage on road
20115 | 乱倒乱卸垃圾渣土 | Illegal dumping of refuse/muck
20116 | 清扫作业二次污染 | Secondary pollution by sweeping
20117 | 绿地脏乱 | Untidy green space
20118 | 绿化弃料 | Discarded greenery waste
20119 | 非装饰性树挂 | Non-decorative objects hung on trees
20120 | 焚烧垃圾、树叶 | Burning refuse/leaves
20121 | 病虫害 | Plant disease & pests
20122 | 非法伐树 | Illegal tree felling
20123 | 喷灌跑、冒、滴、漏 | Leaking irrigation
20124 | 河堤破损 | Damaged river embankment
20125 | 水域不洁 | Dirty water area
20126 | 河道污染 | River pollution
20127 | 水域秩序问题 | Waterway order problem
20128 | 商业噪音 | Commercial noise
20129 | 露天烧烤 | Open-air barbecue
20130 | 乱倒乱排污水、废水 | Illegal discharge of waste water
20131 | 餐厨垃圾遗撒和污染 | Kitchen-waste spillage/pollution
20132 | 非正规垃圾填埋场 | Irregular landfill
20133 | 乱丢弃医疗废物 | Discarded medical waste
20134 | 废弃车辆 | Abandoned vehicle
20135 | 废弃家具设备 | Discarded furniture/equipment
20136 | 乱堆物堆料 | Disorderly piled goods/materials
20137 | 动物尸体清理 | Animal carcass
20138 | 擅自饲养家禽家畜 | Unauthorised poultry/livestock
20201 | 非法小广告 | Illegal small posters
20202 | 街头散发广告 | Handing out flyers
20203 | 违规户外广告 | Non-compliant outdoor advertising
20204 | 广告语言文字不规范 | Non-standard wording in advertising
20205 | 户外广告设置位置不合理 | Badly placed outdoor advertising
20206 | 违规牌匾标识 | Non-compliant signboard
20207 | 违规标语宣传品 | Non-compliant slogans/banners
20301 | 施工扰民 | Construction nuisance
20302 | 施工占道 | Construction occupying road
20303 | 无证掘路 | Unlicensed road excavation
20304 | 工地扬尘 | Construction-site dust
20305 | 施工废弃料 | Construction waste
20306 | 工地物料乱堆放 | Disorderly site materials
20307 | 施工工地围挡问题 | Site hoarding problem
20308 | 施工工地道路未硬化 | Unpaved site road
20309 | 施工工地出入口道路破损 | Damaged road at site entrance
20310 | 施工完成后未场光地净 | Site not cleared after completion
20311 | 渣土运输车辆未安装密闭装置 | Muck truck without sealed cover
20312 | 施工工地车轮带泥 | Muddy wheels leaving site
20401 | 无照经营游商 | Unlicensed street vendor
20402 | 早(夜)市管理问题 | Morning/night market problem
20403 | 流浪乞讨 | Vagrancy and begging
20404 | 占道废品收购 | Scrap collecting on road
20405 | 店外经营 | Trading outside shop
20406 | 占道经营 | Trading on road
20407 | 非法出版物销售 | Sale of illegal publications
20408 | 黑车拉客 | Unlicensed taxi touting
20409 | 机动车乱停放 | Illegal motor-vehicle parking
20410 | 非机动车乱停放 | Illegal non-motor-vehicle parking
20501 | 供水管道破裂 | Burst water main
20502 | 燃气管道破裂 | Burst gas pipe
20503 | 排水管道堵塞、破裂 | Blocked/broken drain
20504 | 热力管道破裂 | Burst heating pipe
20505 | 路面塌陷 | Road collapse
20506 | 道路积水 | Road flooding
20507 | 道路积雪、积冰 | Road snow/ice
20508 | 架空线缆脱落 | Fallen overhead cable
20509 | 火灾 | Fire
20510 | 伤亡事件 | Casualty incident
20511 | 群发性事件 | Mass incident
20601 | 违规燃放烟花爆竹 | Illegal fireworks
20602 | 临街屠宰 | Slaughtering by the street
20603 | 占卜算命 | Fortune-telling
20604 | 门前三包问题 | "Three responsibilities" shopfront breach
20605 | 焚烧祭祀用品 | Burning ritual offerings
`
