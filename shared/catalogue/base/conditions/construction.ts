/** 施工管理: condition | filing | closing, then both in English. The sentences are ours, the kinds the field's. */
export const construction = `
20301-1 | 夜间施工噪声扰民，未见夜间施工许可 | 夜间噪声作业停止，现场安静 | Night-time construction noise without permit | Noisy work stopped; site quiet
20301-2 | 施工强光、震动直射直扰居民住房 | 灯光调向遮挡，震动作业停止 | Site floodlight or vibration hitting homes | Lights turned or shaded; vibration stopped
20302-1 | 施工围挡、机具、材料超范围占道 | 占道机具材料退回批准范围，道路畅通 | Hoarding, plant or materials beyond the allowed road area | Pulled back to the permitted area; road clear
20303-1 | 无掘路许可，正在或已经开挖路面 | 开挖停止，坑槽围护回填，路面临时恢复 | Road dug up without a permit | Digging stopped; trench guarded, refilled, road passable
20304-1 | 工地土方裸露、作业未喷淋，尘土飞扬 | 裸土覆盖，喷淋开启，无可见扬尘 | Bare soil or dry work at the site raising dust | Soil covered, sprays on; no visible dust
20305-1 | 施工废弃料堆在工地外、人行道上 | 施工废弃料运走，地面扫净 | Construction waste dumped outside the site | Waste carted off; ground swept
20306-1 | 工地物料堆出围挡、堆放歪斜 | 工地物料收进围挡，码放整齐 | Site materials outside the hoarding or badly stacked | Materials inside and neatly stacked
20307-1 | 施工工地未设围挡或围挡不连续 | 施工围挡补齐，四周封闭 | Site without hoarding, or with gaps | Hoarding complete all round
20307-2 | 施工围挡破损、倾斜 | 施工围挡修好扶正，连接牢固 | Site hoarding broken or leaning | Hoarding mended, upright and firm
20307-3 | 施工围挡脏污、乱贴乱画 | 施工围挡冲洗干净，无张贴涂画 | Site hoarding dirty, posted or scribbled on | Hoarding washed; no posters or scribbles
20307-4 | 施工围挡缺夜间警示灯、公示牌 | 施工围挡警示灯亮起，公示牌齐全 | Hoarding without night warning lights or notices | Warning lights on; notices complete
20308-1 | 施工工地主要道路未硬化，泥泞起尘 | 工地主要道路硬化完成，无泥无尘 | Main site road unpaved; mud or dust | Main site road paved; no mud or dust
20309-1 | 工地出入口道路被压坏，坑洼积泥，需修复 | 出入口道路修平，行车不颠 | Road at the site entrance crushed and rutted; needs repair | Entrance road level; no jolt
20310-1 | 施工结束后余土、余料、机具未清 | 余土余料机具撤净，场地平整 | Soil, materials or plant left after work ended | All removed; ground level
20311-1 | 渣土车无密闭盖或敞盖上路 | 渣土车装好密闭盖，关严后上路 | Muck truck on the road without or with open cover | Sealed cover fitted and closed
20312-1 | 工地车轮带泥驶出，污染道路 | 出场车轮冲洗，被污路面洗净 | Muddy wheels leaving the site foul the road | Wheels washed at exit; road washed
`
