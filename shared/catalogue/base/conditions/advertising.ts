/** 宣传广告: condition | filing | closing, then both in English. The sentences are ours, the kinds the field's. */
export const advertising = `
20201-1 | 墙面、电杆、地面贴喷非法小广告 | 非法小广告铲净覆盖，与底色一致 | Illegal stickers or sprayed adverts on wall, pole or ground | Removed or painted over; colour matches
20202-1 | 有人在街头散发传单、卡片 | 散发行为制止，地上传单捡净 | Flyers or cards being handed out in the street | Handing out stopped; flyers picked up
20203-1 | 违规摆放充气拱门、立牌、横幅广告 | 违规拱门、立牌、横幅撤走，地面恢复 | Unlawful inflatable arch, stand or banner advert | Arch, stand or banner removed
20203-2 | 违规架设大型户外广告牌，需拆除 | 违规广告牌架拆除，残料运走 | Unlawful large billboard; to be dismantled | Billboard dismantled; scrap removed
20204-1 | 广告、招牌有错别字、繁体乱用、拼写错误 | 错误文字改正，版面重做完成 | Advert or sign with wrong characters or spelling | Wording corrected; panel redone
20205-1 | 户外广告挡住路口视线、消防通道或窗户 | 户外广告移位，视线通道不受阻 | Outdoor advert blocks sight lines, fire lane or windows | Advert moved; sight and access free
20206-1 | 未批先设或一店多牌的违规牌匾标识 | 违规牌匾拆除或按批准样式更换 | Signboard without approval, or several for one shop | Removed or changed to the approved form
20207-1 | 违规悬挂标语、横幅、宣传画 | 标语横幅取下，挂绳清除 | Slogan, banner or poster hung unlawfully | Slogan or banner down; ropes gone
`
