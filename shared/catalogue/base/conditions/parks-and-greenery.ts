/** 园林绿化设施: condition | filing | closing, then both in English. The sentences are ours, the kinds the field's. */
export const parksAndGreenery = `
10401-1 | 古树名木被圈占、刻划、拴挂或树下堆物 | 古树名木周边清空，无刻划拴挂 | Old tree enclosed, carved, tied or piled against | Tree free of carving, ropes and piles
10401-2 | 古树名木枯枝断裂、树洞积水或支撑松脱 | 古树名木枯枝去除，树洞和支撑修好 | Old tree with dead boughs, wet cavity or loose props | Dead boughs cut; cavity and props mended
10402-1 | 行道树折断、倒伏，枝干占住道路 | 行道树倒枝清走，道路畅通 | Street tree snapped or fallen across the road | Fallen limbs removed; road clear
10402-2 | 行道树死亡或缺株，需补栽 | 行道树补栽成活，支撑浇水到位 | Street tree dead or missing; needs replanting | Replanted, staked and watered
10402-3 | 行道树枝叶遮挡信号灯、路牌或碰线 | 行道树修剪到位，不遮挡、不碰线 | Street tree hides signals or signs, or touches wires | Pruned; hides and touches nothing
10402-4 | 行道树倾斜、树池缺土 | 行道树扶正支撑，树池填土 | Street tree leaning or its pit short of soil | Tree staked upright; pit filled
10403-1 | 绿地裸土、植被死亡或被踩踏毁坏 | 绿地补种完整，无裸土 | Green space bare, dead or trampled | Replanted; no bare soil
10404-1 | 树池箅子缺失、破损 | 树池箅子补齐铺平，不绊脚 | Tree-pit grate missing or broken | Grates complete and flat
10404-2 | 护树桩、支撑杆断裂、松脱 | 护树桩、支撑杆换好绑牢 | Tree stake or prop broken or loose | Stakes and props replaced and tied
10404-3 | 护树设施上乱贴乱画、拴挂杂物 | 护树设施清理干净，无张贴拴挂 | Posters or things tied on the tree guard | Tree guard cleaned; nothing tied
10404-4 | 护树围栏歪倒、变形 | 护树围栏扶正修好，围护完整 | Tree fence toppled or bent | Tree fence upright and whole
10405-1 | 花钵花架移位、倾倒，挡住通行 | 花钵花架归位放稳，不挡道 | Planter shifted or toppled into the way | Planter back in place; way clear
10405-2 | 花钵花架破裂、支架断裂 | 花钵花架换好，支架牢固 | Planter cracked or its stand broken | Planter replaced; stand firm
10405-3 | 花钵花架内花卉枯死 | 花钵花架花卉换新，长势正常 | Flowers in the planter dead | Flowers replaced and healthy
10405-4 | 花钵花架内有垃圾、烟头 | 花钵花架内清理干净，无垃圾 | Litter or butts in the planter | Planter free of litter
10405-5 | 花钵花架脏污、乱贴乱画 | 花钵花架擦净，无张贴涂画 | Planter dirty, posted or scribbled on | Planter wiped; no posters or scribbles
10406-1 | 雕塑破损、部件缺失，需修复 | 雕塑破损处修复，部件齐全 | Sculpture damaged or parts missing; needs restoring | Sculpture restored; parts complete
10406-2 | 雕塑基座开裂、雕塑倾斜，需加固 | 雕塑扶正，基座加固 | Sculpture base cracked or figure leaning; needs bracing | Sculpture upright; base braced
10406-3 | 雕塑脏污、乱贴乱画 | 雕塑清洗干净，无张贴涂画 | Sculpture dirty, posted or scribbled on | Sculpture washed; no posters or scribbles
10406-4 | 雕塑锈蚀、漆面剥落 | 雕塑除锈补漆，颜色一致 | Sculpture rusted or paint peeling | Derusted and repainted evenly
10407-1 | 街头座椅断裂、缺条板 | 街头座椅修好，坐上稳固 | Bench broken or slats missing | Bench mended; bears weight
10407-2 | 街头座椅脏污、有鸟粪污渍 | 街头座椅擦净，可以落座 | Bench dirty or fouled by birds | Bench wiped; fit to sit on
10407-3 | 街头座椅乱贴小广告 | 街头座椅小广告清除 | Posters stuck on the bench | Posters removed from the bench
10407-4 | 街头座椅松动、移位 | 街头座椅归位，底脚紧固 | Bench loose or moved | Bench back in place; feet tight
10408-1 | 绿地护栏倒伏，伸到人行道上 | 绿地护栏扶起，不占人行道 | Green-space railing fallen onto the footway | Railing raised; footway clear
10408-2 | 绿地护栏缺失、断裂 | 绿地护栏补齐焊好，连接牢固 | Green-space railing missing or broken | Railing completed and firm
10408-3 | 绿地护栏脏污、挂晒衣物广告 | 绿地护栏擦净，无挂晒广告 | Green-space railing dirty, hung with washing or adverts | Railing wiped; nothing hung
10408-4 | 绿地护栏锈蚀、掉漆 | 绿地护栏除锈刷漆 | Green-space railing rusted or peeling | Railing derusted and painted
10409-1 | 绿地供水管爆裂喷涌，漫上车道有滑倒危险 | 绿地爆管关阀止水，路面无漫水 | Irrigation pipe burst onto the lane: slip danger | Valve shut, water stopped; road dry
10409-2 | 绿地阀门箱盖板缺失、破损 | 绿地阀门箱盖板盖严 | Irrigation valve-box lid missing or broken | Valve-box lid seated
10409-3 | 绿地喷头折断、滴漏 | 绿地喷头换好，不滴漏 | Sprinkler snapped or dripping | Sprinkler replaced; no drip
10409-4 | 绿地园路、汀步破损翘起 | 绿地园路、汀步铺平，不绊脚 | Garden path or stepping stone broken or lifted | Path and stones flat; no trip
10409-5 | 绿地告示牌、提示牌脏污倾斜 | 绿地告示牌擦净扶正 | Green-space notice dirty or tilted | Notice wiped and upright
10409-6 | 绿地配电箱、庭院灯损坏 | 绿地配电箱锁好，庭院灯亮灯 | Garden power box or lamp broken | Power box locked; lamp lit
10410-1 | 喷泉漏电或水柱失控喷向行人，有触电跌倒危险 | 喷泉断电停喷、围挡排险，确认不漏电 | Fountain leaking current or spraying walkers: shock or fall danger | Power off and fenced; no leakage confirmed
10410-2 | 喷泉水泵、喷头损坏停喷，需检修 | 喷泉水泵、喷头修好，正常喷水 | Fountain pump or nozzle broken; needs overhaul | Pump and nozzles mended; fountain runs
10410-3 | 喷泉池水浑浊、发臭 | 喷泉池换水，水清无异味 | Fountain water cloudy or smelly | Water changed; clear, no smell
10410-4 | 喷泉池内有垃圾、漂浮物 | 喷泉池打捞干净，无漂浮物 | Litter floating in the fountain basin | Basin skimmed; nothing floating
10410-5 | 喷泉池壁开裂渗漏、灯具损坏，需大修 | 喷泉池壁不渗漏，灯具修好 | Fountain basin cracked and leaking or lamps broken; major repair | Basin tight; lamps mended
`
