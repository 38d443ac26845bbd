import { containsIdentifier } from '../standard/identifiers.ts';
import type { Text } from '../standard/text.ts';

/** What the entry of a register says of whom to write to. Both are public, and stay in the register's history. */
interface Contact {
  readonly contact_role?: string;
  readonly contact_address?: string;
}

/** What comes before a name, in either language. */
const PERSONAL_TITLE =
  /(^|[\s,(])(dr|mr|mrs|ms|miss|mx|prof|professor|sir|dame|rev|y parch|yr athro|meistr|bnr|bns)\b\.?\s+\p{L}/iu;

/** Words of which at least one stands in the name of a mailbox that a role has. */
const WORDS_OF_ROLES = [
  'admin',
  'business',
  'community',
  'connect',
  'contact',
  'data',
  'digital',
  'enquir',
  'general',
  'governance',
  'health',
  'help',
  'info',
  'inquir',
  'link',
  'mail',
  'manager',
  'office',
  'performance',
  'prescrib',
  'primary',
  'public',
  'quality',
  'referral',
  'reception',
  'return',
  'secretary',
  'service',
  'social',
  'statistic',
  'support',
  'team',
  'wellbeing',
  'well-being',
  'cymdeithasol',
  'cymuned',
  'cyswllt',
  'cysylltu',
  'gofal',
  'gwasanaeth',
  'gwybodaeth',
  'iechyd',
  'lles',
  'presgripsiyn',
  'swyddfa',
  'tim',
  'ymholiadau',
  'ystadegau',
];

/**
 * What is wrong with whom to write to, where it seems to be a person: an identifier, a name behind a title, or a
 * mailbox that is not named after a role. A name by itself is not found: no list of names is complete.
 *
 * @param index - Of the entry in its file.
 */
export function contactFaults(index: number, { contact_role = '', contact_address = '' }: Contact): Text[] {
  const isPerson = containsIdentifier(contact_role) || PERSONAL_TITLE.test(contact_role);
  return [
    ...(isPerson ? [roleFault(index)] : []),
    ...(namesAPerson(contact_address) ? [addressFault(index)] : []),
  ];
}

function namesAPerson(address: string): boolean {
  const [, mailbox] = /^(?:mailto:)?([^@\s/]+)@[^@\s/]+$/i.exec(address.trim()) ?? [];
  if (mailbox === undefined) return containsIdentifier(address) || PERSONAL_TITLE.test(address);
  const name = mailbox.toLowerCase();
  return containsIdentifier(mailbox) || !WORDS_OF_ROLES.some((word) => name.includes(word));
}

function roleFault(index: number): Text {
  return {
    en: `/${index}/contact_role: this seems to name a person. It is public and cannot be taken out of the history: name a role, such as Data manager`,
    cy: `/${index}/contact_role: mae'n ymddangos bod hwn yn enwi person. Mae'n gyhoeddus ac ni ellir ei dynnu o'r hanes: enwch rôl, megis Rheolwr data`,
  };
}

function addressFault(index: number): Text {
  return {
    en: `/${index}/contact_address: this seems to be the address of a person. Give a page, or a mailbox named after a role, such as returns@example.org`,
    cy: `/${index}/contact_address: mae'n ymddangos mai cyfeiriad person yw hwn. Rhowch dudalen, neu flwch post a enwir ar ôl rôl, megis returns@example.org`,
  };
}
