export const docs = {
  title: '接口文档',
  intro:
    '给编写对接程序的人看。公开接口有两套：上报与查询用 Open311，接收案卷进展用事件推送；门户自己用的全部接口也列在最后。',
  open311: {
    title: 'Open311 GeoReport v2',
    intro:
      'XML 与 JSON 两种格式，表单提交（UTF-8）。jurisdiction_id 为六位区划代码；只有提交需要 api_key，由区县系统管理员发给。时间一律带时区。答复中没有上报人的姓名、电话；现场描述和具体地点只告诉提交它的一方，坐标在立案后公开。',
    facts: [
      { name: 'GET …/discovery.xml', says: '从这里读起' },
      { name: 'GET …/services.json', says: '可上报的小类' },
      { name: 'GET …/services/{service_code}.json', says: '该小类可附带的选项' },
      {
        name: 'POST …/requests.json',
        says: '上报。照片随表单（multipart/form-data，合计 4 MB 以内）或用 media_url 给出地址（可多个）；给地址时先答 token。十分钟内同样的内容算同一件；也可自带 Idempotency-Key。',
      },
      { name: 'GET …/tokens/{token}.json', says: '由 token 取编号；图片取回前没有编号' },
      {
        name: 'GET …/requests.json',
        says: 'service_request_id、service_code、status、start_date、end_date（最多 90 天）、updated_after、updated_before、page、page_size（最多 500）、extensions=true；最多前 1000 件，新的在前',
      },
      { name: 'GET …/requests/{service_request_id}.json', says: '一件的进展' },
      { name: 'GET …/servicerequestupdates.json', says: '一段时间内的进展，默认最近两小时' },
      {
        name: 'POST …/servicerequestupdates.json',
        says: '对自己提交的请求：办理中为催办说明，办结后以 REOPEN 提出异议（72 小时内）；同一 update_id 只算一次',
      },
    ],
  },
  webhooks: {
    title: '事件推送',
    intro:
      '按 Standard Webhooks 签名（webhook-id、webhook-timestamp、webhook-signature），区县管理员登记 https 地址并选择事件。内容为 type、timestamp 和 data（jurisdiction_id、service_request_id、service_code），没有任何人的信息；详情请凭编号查询。',
    retries:
      '答 2xx 即为收到；其余按 1、5、30、120、300、600、840、1200 分钟重试，同一事件的 webhook-id 不变；答 410 即停止推送。不跟随重定向，不推进内网。',
  },
  operations: {
    title: '全部接口',
    intro: '需要登录的接口以 Bearer 令牌调用；有提交内容的须带 Idempotency-Key，重发不会重复。',
    document: 'OpenAPI 文档（JSON）',
    anybody: '不用登录',
    ofCounty: '本区县任一岗位',
    ofCity: '市级任一岗位',
    between: '、',
    inPath: '路径',
    inQuery: '查询',
    inBody: '内容',
    refuses: '可能的拒绝：',
    audiences: {
      intake: '上报',
      photos: '照片',
      citizens: '市民',
      hotline: '热线',
      staff: '办理',
      organisation: '区域与网格',
      people: '单位与人员',
      accounts: '账号',
      imports: '导入',
      exchange: '对接系统',
      commission: '市级：区县',
      standards: '目录、日历与派遣规则',
      figures: '统计',
      audit: '审计',
      leaving: '导出与退出',
      demonstration: '演示',
    },
  },
}
