import type { Certificate } from './certificate.js';

/** The certificate as a page to print and to sign by hand beneath, in Chinese and English. */
export function certificatePage(certificate: Certificate): string {
  const { signers, residents, journal, keysDestroyed, keysNow, kept, backups, signature } = certificate;
  const row = (zh: string, en: string, value: string | number) =>
    `<tr><th>${zh}<br><small>${en}</small></th><td>${escaped(String(value))}</td></tr>`;
  const rows = Object.entries(certificate.rowsDestroyed).map(([name, count]) => row(name, '', count));
  const keys = keysDestroyed.dataKeys.map(({ id, purpose }) => `${id} (${purpose})`).join(', ');
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>数据清除证明 ${certificate.id}</title>
<style>body{font:14px/1.5 sans-serif;max-width:50em;margin:2em auto}table{border-collapse:collapse;width:100%}
th,td{border:1px solid #999;padding:.3em .6em;text-align:left;vertical-align:top;overflow-wrap:anywhere}th{width:18em;font-weight:normal}
.sign{height:4em}</style></head><body>
<h1>数据清除证明<br><small>Certificate of destruction</small></h1>
<table>
${row('编号', 'certificate', certificate.id)}
${certificate.rounds.map(({ id, name, closedAt }) => row('轮次', 'round', `${name} (${id}), ${closedAt}`)).join('\n')}
${signers.map(({ part, username, displayName }) => row(part === 'security' ? '安全管理员' : '审计管理员', part, `${displayName} (${username})`)).join('\n')}
${row('开始', 'started', certificate.startedAt)}
${row('完成', 'finished', certificate.finishedAt)}
${row('已清除的居民', 'residents destroyed', residents.gone)}
${row('仍被其他轮次需要的居民', 'residents another round still needs', residents.remaining)}
${row('去除人员编号的流水账条目', 'journal entries without ids of people', `${journal.redactedEntries}, SHA-256 ${journal.redactionSha256}`)}
${certificate.ledgers === undefined ? '' : row('清除前与印记不符的记录；新印记起始编号', 'rows that differed from their imprints before; imprints taken anew from', `${certificate.ledgers.findings}; ${certificate.ledgers.imprintsFrom}`)}
${row('已销毁的数据密钥', 'data keys destroyed', keys)}
${row('已销毁的密钥加密密钥', 'wrapping keys destroyed', keysDestroyed.wrappingKeys.join(', '))}
${row('已销毁的索引密钥', 'index keys destroyed', keysDestroyed.indexKeys.join(', '))}
${row('现用密钥', 'keys now', `${keysNow.wrappingKey}, ${keysNow.indexKey}, ${keysNow.dataKey}`)}
${row('保留的汇总数', 'figures kept', `${kept.figures} (k = ${kept.k}), SHA-256 ${kept.sha256}`)}
${row('旧备份与旧密钥文件须销毁的期限', 'older backups and copies of the keys file are to be destroyed by', backups.destroyBy)}
</table>
<h2>已清除的记录<br><small>rows destroyed</small></h2>
<table>
${rows.join('\n')}
</table>
<h2>签名<br><small>signature</small></h2>
<table>
${row('公钥指纹', 'fingerprint of the public key', signature.keyId)}
${row('Ed25519', 'signature', signature.value)}
</table>
<p>核验：<code>npm run purge -- verify &lt;证明文件.json&gt;</code>，指纹应与档案一致。<br>
<small>Check with <code>npm run purge -- verify &lt;file.json&gt;</code> and compare the fingerprint with the one on file.</small></p>
<table><tr class="sign"><td>安全管理员<br><small>security</small></td><td>审计管理员<br><small>auditor</small></td><td>见证人<br><small>witness</small></td></tr></table>
</body></html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/gu, (sign) => `&#${sign.charCodeAt(0)};`);
}
