import { styleText } from 'node:util';

const roles = [
  ['admin', '系统管理员', 'accounts and settings'],
  ['organiser', '指挥部', 'rounds, sites, coverage, who is missing'],
  ['gridworker', '网格员', 'the ledger of residents'],
  ['marshal', '引导员', 'the queue'],
  ['scanner', '扫码员', 'tubes and scans'],
  ['collector', '采样员', 'swabs'],
  ['packer', '封箱员', 'boxes'],
  ['courier', '转运员', 'carrying boxes'],
  ['lab', '实验室', 'receipts and reports'],
  ['lab2', '实验室2', 'signs for positives'],
];

/**
 * What a person needs after a start, on one screen: what to open and who to sign in as.
 * @param {object} open
 * @param {[what: string, address: string][]} open.places
 * @param {string | undefined} open.password of the demonstration's accounts; undefined: there are none
 * @param {string} open.dataDir
 * @param {string} open.logs
 * @param {number} open.seconds since the start
 */
export function signpost({ places, password, dataDir, logs, seconds }) {
  const lines = [
    `${bold('Shihe 十合')} is ready ${dim(`(${seconds.toFixed(1)} s)`)}`,
    '',
    ...places.map(([what, address], index) => row(index === 0 ? 'Open' : '', what, 26, strong(address))),
    '',
  ];
  if (password !== undefined) {
    lines.push(
      ...roles.map(([account, zh, does], index) =>
        row(index === 0 ? 'Sign in' : '', `${pad(account, 12)}${zh}`, 26, dim(does)),
      ),
      row('', 'password for each', 26, strong(password)),
      '',
    );
  }
  lines.push(row('Data', dataDir, 0, ''), row('Logs', logs, 0, ''), '');
  lines.push(dim('Ctrl-C stops everything; the next start finds the data again.'));
  return lines.map((line) => `  ${line}`.trimEnd()).join('\n');
}

const row = (label, what, width, rest) => `${bold(pad(label, 10))}${pad(what, width)}${rest}`;

/** Chinese characters are two columns wide in a terminal. */
function pad(text, width) {
  const columns = [...text].reduce((sum, sign) => sum + (/[\u2e80-\uffef]/.test(sign) ? 2 : 1), 0);
  return text + ' '.repeat(Math.max(width - columns, 0));
}

const coloured = process.stdout.isTTY && !process.env.NO_COLOR;
const style = (format) => (text) => (coloured && text !== '' ? styleText(format, text) : text);
const bold = style('bold');
const dim = style('dim');
const strong = style('cyan');
