import { readBad, readGood } from '../corpus.ts';
import { findingsOf } from '@proofline/domain/text-gate/run-gate.ts';
const names = process.argv.slice(2);
for (const n of names) {
  const bad = readBad(`bad-${n}.txt`), good = readGood(`good-${n}.txt`);
  const kinds = new Map<string,[number,number,string[]]>();
  for (const e of bad) {
    const given = /(?:\} |^)(caption|alt|keywords)=/u.exec(e.source)?.[1];
    const field = given === 'alt' ? 'altText' : given;
    const f = findingsOf(e.text, e.context).filter(x => x.field === field && x.rule !== 'keyword-new-term');
    const k = kinds.get(e.rule!) ?? [0,0,[]]; k[1]++; if (f.length) k[0]++; else k[2].push(e.source); kinds.set(e.rule!, k);
  }
  let c=0,t=0;
  for (const [k,[a,b,m]] of kinds) { console.log(n,k,`${a}/${b}`); m.forEach(x=>console.log('   missed',x)); c+=a;t+=b; }
  console.log(n,'ALL',c,t);
  let fa=0; for (const e of good) { const f=findingsOf(e.text,e.context); if (f.length) {fa++; console.log('  FA', e.source, '|', f.map(x=>`${x.rule}/${x.severity}: ${x.reason}`).join('; '), '\n', JSON.stringify(e.text));} }
  console.log(n,'good flagged',fa,good.length);
}
