/** 市容环境: condition | filing | closing, then both in English. The sentences are ours, the kinds the field's. */
export const cityEnvironment = `
20101-1 | 正在私搭乱建，砖瓦材料上墙上顶，有倒塌砸人危险 | 私搭乱建停工，在建部分拆除，材料清走 | Illegal building under way, walls or roof going up: may fall on people | Work stopped; unfinished part and materials removed
20101-2 | 已建成的违法建筑，需立案拆除 | 违法建筑拆到地面，建筑垃圾清运干净 | Finished illegal structure; to be pulled down | Structure demolished to the ground; rubble gone
20102-1 | 店面正在无证装修，敲墙凿柱或无防护，有坍塌坠物危险 | 店面装修停工或补办手续，现场围护到位 | Shopfront refitted without permit, walls cut or unguarded: danger of collapse or falling pieces | Work stopped or permitted; site guarded
20103-1 | 路缘石上用木板、铁板、砖块搭坡 | 搭坡物清走，路缘石和路面干净 | Boards, plates or bricks laid as a ramp on the kerb | Ramp removed; kerb and road clean
20103-2 | 路缘石上浇筑水泥坡，需凿除恢复 | 水泥坡凿除，路缘石恢复原样 | Concrete ramp cast on the kerb; must be broken out | Ramp broken out; kerb restored
20104-1 | 建筑物外立面积灰、污渍、流挂锈水 | 建筑物外立面清洗干净，无污渍锈水 | Facade dusty, stained or streaked with rust | Facade washed; no stains or streaks
20104-2 | 建筑物外立面乱涂乱画、喷号码 | 建筑物外立面涂画清除，与原色一致 | Scribbles or phone numbers sprayed on the facade | Scribbles removed; colour matches
20104-3 | 建筑物外立面瓷砖、涂层起皮脱落 | 建筑物外立面脱落处修补，无松动 | Facade tiles or coating peeling off | Patched; nothing loose
20105-1 | 临街阳台、屋顶堆放杂物、搭盖脏乱 | 临街阳台、屋顶杂物清走，整洁有序 | Junk piled on a street-facing balcony or roof | Junk removed; balcony or roof tidy
20106-1 | 临街建筑物上擅自挂彩旗、条幅 | 彩旗、条幅取下，绳钩清除 | Flags or streamers hung on a street front without leave | Flags and streamers down; ropes and hooks gone
20107-1 | 沿街树木、护栏、电线上晾晒衣被 | 沿街晾晒衣被收走，绳杆拆除 | Washing hung on street trees, railings or wires | Washing taken in; lines and poles removed
20108-1 | 擅自立杆、架设管线，需拆除入地 | 擅自架设的杆线拆除或规整，地面恢复 | Poles or lines put up without leave; remove or bury | Poles and lines removed or set in order; ground restored
20108-2 | 擅自拉设的线缆横在人行道上方，低垂碰头 | 低垂线缆收起固定，行人碰不到 | Unauthorised cable hanging head-high over the footway | Cable raised and fixed; out of reach
20109-1 | 空调室外机装得过低，热风吹向行人 | 空调室外机升高或加挡风罩，不吹行人 | AC unit mounted low, blowing hot air on walkers | Unit raised or shielded; no hot air on walkers
20110-1 | 路边、巷口有成堆生活垃圾未收 | 成堆生活垃圾清走，地面冲扫干净 | Household garbage heaped by the road or lane | Heap removed; ground swept and washed
20111-1 | 空地、墙角积存建筑渣土、陈年垃圾 | 渣土和陈年垃圾清运完，地面平整 | Muck or old refuse built up on a plot or corner | Muck and refuse carted off; ground levelled
20112-1 | 路面有散落垃圾、落叶、痰渍油渍 | 路面清扫冲洗，见本色 | Litter, leaves, spit or oil on the road | Road swept and washed to its own colour
20113-1 | 车行道坑槽、裂缝、拥包，需修补 | 车行道修补平整，行车不颠 | Carriageway potholed, cracked or humped; needs patching | Carriageway patched; no jolt
20113-2 | 人行道铺砖破碎、松动、缺失，需补砖 | 人行道铺砖补齐，踩踏不晃 | Footway paving broken, loose or missing; needs relaying | Paving complete and firm
20113-3 | 路缘石断裂、倒伏，盲道中断，需修复 | 路缘石立好，盲道连通 | Kerbstones broken or tactile strip cut; needs repair | Kerb reset; tactile strip continuous
20114-1 | 车辆遗撒渣土、砂石、混凝土在路上 | 遗撒物铲净，路面冲洗无残留 | Muck, gravel or concrete dropped on the road | Spill scraped up; road washed
20115-1 | 有人乱倒乱卸垃圾渣土，现场有新堆 | 新倒的垃圾渣土清走，现场恢复 | Fresh refuse or muck being dumped | Dumped load removed; ground restored
20116-1 | 清扫作业扬尘、冲洗污水溅人或扫入雨水口 | 作业整改，路面无扬尘污水，雨水口干净 | Sweeping raises dust, splashes people or fills drains | Method put right; no dust or slops, drains clean
20117-1 | 绿地内有垃圾、纸屑、宠物粪便 | 绿地内垃圾粪便捡净 | Litter or pet droppings in the green space | Litter and droppings picked up
20118-1 | 修剪下来的枝叶、草屑堆在路边未运 | 枝叶草屑运走，路面扫净 | Cut branches or grass left by the road | Cuttings carted off; road swept
20119-1 | 树上挂有塑料袋、风筝、绳索 | 树上塑料袋、风筝、绳索取净 | Bags, kites or ropes caught in a tree | Bags, kites and ropes taken down
20119-2 | 树上钉挂招牌、灯箱、衣架 | 树上招牌、灯箱、衣架拆除，钉子取出 | Signs, light boxes or hangers nailed to a tree | Signs, boxes and hangers removed; nails out
20120-1 | 正在焚烧垃圾、树叶，有引燃周边的危险 | 明火扑灭浇透，灰烬清走 | Refuse or leaves burning: danger of the fire spreading | Fire out and soaked; ash removed
20121-1 | 树木花草成片虫害、黄叶、结网 | 虫害部位施药剪除，不再蔓延 | Trees or plants with spreading pests, yellowing or webs | Treated and cut out; no longer spreading
20122-1 | 正在非法砍伐树木，树体倒落有伤人危险 | 砍伐制止，倒木移开，路段安全 | Tree being felled illegally: may fall on people | Felling stopped; trunk moved, stretch safe
20122-2 | 树木已被非法砍伐，需查处补栽 | 砍伐已查处，残桩清理、补栽到位 | Tree already felled illegally; trace and replant | Case dealt with; stump cleared, tree replanted
20123-1 | 绿地喷灌跑水漏水，水流上路面 | 喷灌漏点修好，路面无流水 | Irrigation leaking onto the road | Leak mended; road dry
20124-1 | 河堤护坡塌落、开裂或砌石缺失 | 河堤护坡补砌完整，无裂缝 | Embankment slumped, cracked or stones gone | Embankment rebuilt; no cracks
20125-1 | 河湖水面有漂浮垃圾、成片水草 | 水面打捞干净，岸边无堆弃物 | Floating litter or weed mats on the water | Water skimmed; nothing left on the bank
20126-1 | 河水变色、发臭或有油花死鱼 | 污染源切断，水色正常无异味 | River discoloured, smelly, oily or with dead fish | Source cut off; colour normal, no smell
20127-1 | 水域内违规捕捞、游泳、停泊或搭棚 | 违规捕捞停泊劝离，棚架拆除 | Illegal fishing, swimming, mooring or sheds on the water | People and boats moved on; sheds removed
20128-1 | 店铺用喇叭、音响高声揽客 | 喇叭音响关停或调低，门外不扰人 | Shop blaring loudspeakers to draw custom | Speakers off or low; no nuisance outside
20129-1 | 露天烧烤冒烟占道，明火近人有烫伤引燃危险 | 烧烤炉具撤走，油污炭灰清净 | Open-air barbecue smoking on the footway: burn and fire danger | Grill removed; grease and ash cleaned
20130-1 | 沿街店铺向路面泼倒污水 | 泼倒停止，路面冲净无油污 | Shop throwing slops onto the road | Throwing stopped; road washed, no grease
20130-2 | 工地泥浆水未沉淀直接外排 | 外排停止，泥浆入沉淀池，路面洗净 | Site slurry discharged unsettled | Discharge stopped; slurry settled, road washed
20130-3 | 污水私接雨水管或排入河沟 | 私接管口封堵，污水改入污水管 | Sewage piped into the storm drain or ditch | Illegal pipe sealed; sewage rerouted
20130-4 | 洗车废水满街流淌 | 洗车停止或接管排水，路面无积水 | Car-wash water running along the street | Washing stopped or piped; road dry
20131-1 | 餐饮店门前遗撒泔水、饭菜 | 泔水饭菜清净，地面洗刷无油 | Slops or food spilt outside a restaurant | Spill cleaned; ground scrubbed, no grease
20131-2 | 餐厨垃圾桶不加盖、外壁流油 | 餐厨垃圾桶加盖擦净，桶下无油污 | Food-waste bin uncovered or dripping grease | Bin lidded and wiped; no grease below
20131-3 | 餐厨垃圾收运车沿途滴漏 | 滴漏路段冲洗，车辆密闭不漏 | Food-waste truck dripping along the road | Stretch washed; truck sealed
20131-4 | 餐厨油污倒入雨水口、下水道 | 雨水口油污清掏，倾倒停止 | Kitchen grease poured into a drain | Drain cleared of grease; pouring stopped
20132-1 | 沟谷、荒地形成非正规垃圾填埋场 | 填埋垃圾清运或封场，设禁倒标志 | Irregular landfill in a gully or waste ground | Refuse removed or sealed; no-dumping sign set
20133-1 | 路边、垃圾桶内有针头、药瓶、敷料 | 医疗废物由专人收走，现场消毒 | Needles, vials or dressings by the road or in a bin | Taken by trained staff; spot disinfected
20134-1 | 无牌、残破车辆长期弃置路边 | 废弃车辆拖走，停放处清扫干净 | Plateless or wrecked vehicle left by the road | Vehicle towed; spot swept
20135-1 | 沙发、床垫、旧家电弃置路边 | 旧家具家电运走，地面清净 | Sofa, mattress or old appliance left by the road | Furniture or appliance removed; ground clean
20136-1 | 门前、路边乱堆货物、建材、柴草 | 堆放物搬走，通道畅通 | Goods, materials or firewood piled by door or road | Pile removed; way clear
20137-1 | 路面、绿地有动物尸体 | 动物尸体收走深埋，地面消毒 | Dead animal on the road or green | Carcass removed and buried; ground disinfected
20138-1 | 居民区圈养鸡鸭猪羊，粪臭扰民 | 禽畜迁走，圈舍拆除，粪便清净 | Poultry or livestock kept among homes; dung and smell | Animals moved; pens removed, dung cleaned
`
