/** 其他部件: condition | filing | closing, then both in English. The sentences are ours, the kinds the field's. */
export const otherComponents = `
10501-1 | 重大危险源围护破损、警示缺失或有异味泄漏 | 重大危险源围护警示完好，检测无泄漏 | Hazard site fence broken, warning missing or leak smelt | Fence and warnings whole; no leak measured
10502-1 | 工地围挡、大门或公示牌破损缺失 | 工地围挡、大门完好，公示牌齐全 | Site hoarding, gate or notice broken or missing | Hoarding and gate whole; notices complete
10503-1 | 车辆加油（气、电）站罩棚、立柱、标志破损 | 车辆加油（气、电）站破损处修好，标志清楚 | Fuel-station canopy, column or sign broken | Canopy, column and sign mended
10503-2 | 车辆加油（气、电）站地面油污、有垃圾 | 车辆加油（气、电）站地面洗净，无油污垃圾 | Oil or litter on the fuel-station forecourt | Forecourt washed; no oil or litter
10503-3 | 车辆加油（气、电）站排队车辆堵住道路 | 车辆加油（气、电）站门前车辆疏导，道路畅通 | Queue for the fuel station blocks the road | Queue cleared; road flows
10504-1 | 液化气站漏气、气味明显，有燃爆危险 | 液化气站断气疏散堵漏，检测无泄漏 | LPG station leaking, strong smell: fire and blast danger | Gas cut, people moved, leak sealed; none measured
10504-2 | 液化气站气瓶乱堆在站外 | 液化气站气瓶收回库内，站外清空 | Gas cylinders piled outside the LPG station | Cylinders stored inside; outside clear
10504-3 | 液化气站围墙、警示标志破损 | 液化气站围墙修好，警示标志清楚 | LPG station wall or warning sign broken | Wall mended; warning legible
10505-1 | 人防工事出入口破损、堵塞或渗水 | 人防工事出入口修好畅通，无渗水 | Civil-defence entrance broken, blocked or leaking | Entrance mended and free; no seepage
10506-1 | 河岸救生圈、救生杆缺失或不能取用 | 河岸救生圈、救生杆补齐，伸手可取 | Lifebuoy or pole missing or out of reach at the bank | Lifebuoy and pole complete and in reach
10506-2 | 亲水平台、码头踏步破损 | 亲水平台、码头踏步修平，不绊脚 | Waterside deck or landing step broken | Deck and steps mended; no trip
10506-3 | 水闸、泵房门窗护罩破损 | 水闸、泵房门窗护罩修好锁闭 | Sluice or pump-house door or guard broken | Doors and guards mended and locked
10506-4 | 排水口拍门损坏、堵塞 | 排水口拍门修好，开合自如 | Outfall flap broken or jammed | Flap mended; swings freely
10506-5 | 水尺、水位标志缺损看不清 | 水尺、水位标志补齐，刻度清楚 | Water gauge missing or illegible | Gauge complete and legible
10506-6 | 水域附属设施脏污、乱贴乱画 | 水域附属设施清洗干净，无张贴涂画 | Waterside facility dirty, posted or scribbled on | Facility washed; no posters or scribbles
10507-1 | 水域护栏缺失、断裂，临水无防护 | 水域护栏补齐焊好，临水防护连续 | Waterside railing missing or broken; edge open | Railing completed; edge guarded throughout
10507-2 | 水域护栏松动、锈蚀 | 水域护栏紧固除锈，推靠不晃 | Waterside railing loose or rusted | Railing tight and derusted
10507-3 | 水域护栏脏污、乱挂渔具衣物 | 水域护栏擦净，无悬挂物 | Waterside railing dirty or hung with tackle or washing | Railing wiped; nothing hung
10508-1 | 防汛墙开裂、缺口或渗水 | 防汛墙裂缝缺口封堵，无渗水 | Flood wall cracked, breached or seeping | Cracks and gaps sealed; no seepage
10508-2 | 防汛墙脏污、乱贴乱画或堆物 | 防汛墙清洗干净，墙脚无堆物 | Flood wall dirty, posted on or piled against | Wall washed; foot clear
10509-1 | 港监设施破损、标志灯不亮或缺失 | 港监设施修好，标志灯正常 | Port facility broken, or its light out or missing | Facility mended; light on
10510-1 | 公房地下室进水、通道堵塞或私自占用 | 公房地下室无积水，通道清空 | Public-housing basement flooded, blocked or squatted | Basement dry; passage clear
`
