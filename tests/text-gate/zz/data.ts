import { readBad, readGood } from '../corpus.ts';
import { findingsOf } from '@proofline/domain/text-gate/run-gate.ts';
import { writeFileSync } from 'node:fs';
const style = new Set(['mood','praise','viewer','picture talk','speculation','symbol and story','advert','lead-in','meta','filler','generic-filler','meta-talk','uncertain-claim','refusal','medium-prefix','template-phrase']);
const groups: Record<string,{bad:string[],good:string[]}> = { tuning:{bad:['tuning'],good:['tuning-1','tuning-2','tuning-3']}, 'held-out':{bad:['held-out'],good:['held-out-1','held-out-2']}, fresh:{bad:['fresh'],good:['fresh']}, redteam1:{bad:['redteam-1'],good:['redteam-1']}, redteam2:{bad:['redteam-2'],good:['redteam-2']}, a3:{bad:['attack-3'],good:['attack-3']}, a4:{bad:['attack-4'],good:['attack-4']}, a5:{bad:['attack-5'],good:['attack-5']}, a6:{bad:['attack-6'],good:['attack-6']}, a7:{bad:['attack-7'],good:['attack-7']} };
const out:any[]=[]; 
for (const [g,{bad,good}] of Object.entries(groups)) { try {
  for (const f of bad) for (const e of readBad(`bad-${f}.txt`)) { if(!style.has(e.rule!)) continue; for (const m of e.source.matchAll(/(caption|alt)=(.*?)(?= \|\| |$)/gu)) { const fl=m[1]==='alt'?'altText':'caption'; out.push({ruled:findingsOf(e.text,e.context).some(x=>x.field===fl),g,y:1,kind:e.rule,field:m[1],text:m[2],place:e.context.location,subject:e.context.subject}); } }
  for (const f of good) readGood(`good-${f}.txt`).forEach((e,i)=>{ for (const field of ['caption','altText'] as const) out.push({g,y:0,doc:i,field,text:e.text[field],place:e.context.location,subject:e.context.subject}); });
 } catch(err:any){ console.log(g, err.code ?? err); } }
writeFileSync('/tmp/gateml/data.json', JSON.stringify(out));
const c:any={}; for(const o of out){ c[o.g]??=[0,0]; c[o.g][o.y]++; } console.log(c);
