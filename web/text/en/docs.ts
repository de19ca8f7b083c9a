import type { Text } from '../text.ts'

export const docs: Text['docs'] = {
  title: 'Interfaces',
  intro:
    'For whoever writes a program. Two interfaces are open to other systems: Open311 to report and look up, webhooks to be told of what became of cases. What the portal itself uses stands at the end.',
  open311: {
    title: 'Open311 GeoReport v2',
    intro:
      "XML and JSON, forms in UTF-8. jurisdiction_id is a county's six-digit code; only POST needs an api_key, which the county's system administrator gives. Times carry their zone. No answer has the reporter's name or number; what was written and the exact place are told to who sent it, coordinates to anybody once the case is filed.",
    facts: [
      { name: 'GET …/discovery.xml', says: 'Begin here' },
      { name: 'GET …/services.json', says: 'Kinds that can be reported' },
      { name: 'GET …/services/{service_code}.json', says: 'What a report of the kind may say besides' },
      {
        name: 'POST …/requests.json',
        says: 'Report. Pictures come with the form (multipart/form-data, 4 MB in all) or by media_url, which may be repeated; a token is answered then. The same body within ten minutes is the same request; an Idempotency-Key may be sent.',
      },
      { name: 'GET …/tokens/{token}.json', says: 'The id of a token; none until its pictures are fetched' },
      {
        name: 'GET …/requests.json',
        says: 'service_request_id, service_code, status, start_date, end_date (90 days at most), updated_after, updated_before, page, page_size (500 at most), extensions=true; the first 1000 at most, the newest first',
      },
      { name: 'GET …/requests/{service_request_id}.json', says: 'How one stands' },
      {
        name: 'GET …/servicerequestupdates.json',
        says: 'What happened in a time, the last two hours unless told',
      },
      {
        name: 'POST …/servicerequestupdates.json',
        says: 'Of requests that one sent: a reminder while it is open, an objection by REOPEN within 72 hours of the close; an update_id counts once',
      },
    ],
  },
  webhooks: {
    title: 'Webhooks',
    intro:
      "Signed as the Standard Webhooks have it (webhook-id, webhook-timestamp, webhook-signature). A county's administrator names an https address and the events. They hold type, timestamp and data (jurisdiction_id, service_request_id, service_code), and nothing of anybody; ask for the rest by the id.",
    retries:
      'A 2xx is taken as received; anything else is tried again after 1, 5, 30, 120, 300, 600, 840 and 1200 minutes under the same webhook-id; a 410 ends it. Redirects are not followed, and no address inside a network is called.',
  },
  operations: {
    title: 'All operations',
    intro:
      'Who must sign in sends a Bearer token; what has a body needs an Idempotency-Key, and sent again it counts once.',
    document: 'OpenAPI document (JSON)',
    anybody: 'Without signing in',
    ofCounty: 'Any post of the county',
    ofCity: 'Any post of the commission',
    between: ', ',
    inPath: 'Path',
    inQuery: 'Query',
    inBody: 'Body',
    refuses: 'It may refuse:',
    audiences: {
      intake: 'Reports',
      photos: 'Photos',
      citizens: 'Citizens',
      hotline: 'Hotline',
      staff: 'Cases',
      organisation: 'Areas and grids',
      people: 'Units and people',
      accounts: 'Accounts',
      imports: 'Imports',
      exchange: 'Other systems',
      commission: 'Commission: counties',
      standards: 'Catalogue, calendar and dispatch rules',
      figures: 'Figures',
      audit: 'Audit',
      leaving: 'Exports and leaving',
      demonstration: 'Demonstration',
    },
  },
}
