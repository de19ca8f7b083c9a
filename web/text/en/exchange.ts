import type { Text } from '../text.ts'

export const exchange: Text['exchange'] = {
  clients: {
    title: 'Interface keys',
    intro:
      'A key for each system that is connected: it is needed to report, not to look things up. A key is shown once, when it is made.',
    address: 'Endpoint, after the address of this site:',
    stop: '.',
    docs: 'How to use it',
    between: ', ',
    name: 'System',
    key: 'Key',
    ending: (letters) => `ends in ${letters}`,
    former: (until) => `the key before works until ${until}`,
    made: 'Made',
    acts: 'Actions',
    choose: 'Renew or revoke',
    revoked: 'Revoked',
    none: 'No system is connected yet. Name one under New system to make its key.',
    add: 'New system',
    create: 'Create and make a key',
    renew: 'Renew the key',
    revoke: 'Revoke',
    revokeHint: 'A revoked key stops working at once and stays so.',
    revokedNow: 'Revoked: its keys open nothing any more.',
    making: {
      name: 'Name of the system',
      nameHint: 'such as: street lighting',
      ready: 'The key is made. Copy it now and hand it on; it is not shown again.',
      key: 'Key',
      copy: 'Copy',
      copied: 'Copied',
      reload: 'Handed on: back to the list',
    },
  },
}
