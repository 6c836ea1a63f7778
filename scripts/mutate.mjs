#!/usr/bin/env node
// Mutation testing of parts of the engine; docs/mutation.md says how to read the result.
//   node scripts/mutate.mjs 'Market/Sessions/*.cs' Market/Candle.cs    instruments these files and runs every mutant of them
//   node scripts/mutate.mjs --again 'Market/Sessions/*.cs'             runs last time's survivors with the tests as they are now
// Stryker writes the mutants into a copy of the engine but cannot switch them on in tests that run in a process of their own, as those of
// xunit v3 do. So the copy is kept, and the test program is started once per mutant with the mutant's number in its environment.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const tests = join(root, 'TradingDesk.Tests');
const built = join(tests, 'bin', 'Debug', 'net10.0');
const work = join(root, 'artifacts', 'mutation');
const [program, report, survivors] = [join(work, 'program'), join(work, 'reports', 'mutation-report.json'), join(work, 'survivors.json')];

// The nearest tests first: most mutants die there, and only the others are shown to the wider circle.
const circles = [
  ['-namespace', 'TradingDesk.Tests.Engine.Market', '-namespace', 'TradingDesk.Tests.Engine.Market.Sessions'],
  [
    '-namespace', 'TradingDesk.Tests.Engine', '-namespace', 'TradingDesk.Tests.Engine.Hosting',
    '-namespace', 'TradingDesk.Tests.Engine.Hosting.Calendars', '-namespace', 'TradingDesk.Tests.Engine.Hosting.Warmth',
    '-namespace', 'TradingDesk.Tests.Determinism', '-class', '*Calendar*', '-class', '*MarketPartsTests', '-class', '*DayAxisTests',
    '-class', '*MarketPageTests', '-class', '*CandlesVerbTests',
  ],
];
const always = ['-noColor', '-stopOnFail', '-trait-', 'Speed=Slow', '-trait-', 'Needs=Browser'];
const factorOfPatience = 5;
const memoryMost = '0x60000000';

const again = process.argv.includes('--again');
const files = process.argv.slice(2).filter(argument => !argument.startsWith('--'));
if (files.length === 0) fail('Which files of TradingDesk.Engine? See the top of this script.');

function fail(sentence) {
  console.error(sentence);
  process.exit(2);
}

// Stryker is let run on one quick class: all that is wanted of it is the instrumented engine, taken while it stands in the test program's
// folder, and the report that says which number is which mutant.
async function instrument() {
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const stryker = spawn('dotnet', ['stryker', '-O', work, ...files.flatMap(file => ['-m', file])], { cwd: tests });
  let said = '';
  stryker.stdout.on('data', data => {
    said += data;
    if (existsSync(program) || !said.includes('Capture mutant coverage')) return;
    cpSync(built, program, { recursive: true });
  });
  stryker.stderr.pipe(process.stderr);
  const code = await new Promise(resolve => stryker.on('close', resolve));
  if (code !== 0 || !existsSync(program) || !existsSync(report)) fail(`Stryker gave no report:\n${said}`);
}

// What can be switched on: neither what did not compile nor what stands for another mutant of the same block.
function mutants() {
  const found = [];
  for (const [name, file] of Object.entries(JSON.parse(readFileSync(report, 'utf8')).files)) {
    const lines = file.source.split('\n');
    for (const mutant of file.mutants) {
      if (mutant.status === 'CompileError' || mutant.status === 'Ignored') continue;
      const { start, end } = mutant.location;
      const last = start.line === end.line ? end.column - 1 : undefined;
      found.push({
        id: mutant.id,
        file: name.replaceAll('\\', '/').split('TradingDesk.Engine/').at(-1),
        line: start.line,
        original: lines[start.line - 1].slice(start.column - 1, last).trim(),
        replacement: (mutant.replacement ?? '').replace(/\s+/g, ' ').slice(0, 120),
      });
    }
  }

  return found;
}

function run(circle, mutant, seconds) {
  const environment = { ...process.env, DOTNET_GCHeapHardLimit: memoryMost };
  if (mutant !== null) Object.assign(environment, { STRYKER_MUTANT_ID_CONTROL_VAR: 'MUTANT', MUTANT: mutant });
  const ran = spawnSync(join(program, 'TradingDesk.Tests'), [...always, ...circle],
    { cwd: program, env: environment, timeout: seconds * 1_000, killSignal: 'SIGKILL', encoding: 'utf8', maxBuffer: 1 << 28 });
  return ran.error?.code === 'ETIMEDOUT' ? 'timeout' : ran.status === 0 ? 'survived' : 'killed';
}

// Seconds a circle takes with no mutant switched on; it must be green.
function baseline(circle) {
  const began = Date.now();
  if (run(circle, null, 600) !== 'survived') fail(`These tests fail without any mutant: ${circle.join(' ')}`);
  return (Date.now() - began) / 1_000;
}

function judge(mutant, patience) {
  for (const [place, circle] of circles.entries()) {
    const verdict = run(circle, mutant.id, patience[place]);
    if (verdict !== 'survived') return verdict;
  }

  return 'survived';
}

if (!again) await instrument();
for (const name of ['TradingDesk.Tests.dll', 'TradingDesk.Tests.pdb']) copyFileSync(join(built, name), join(program, name));
const patience = circles.map(circle => 10 + (factorOfPatience * baseline(circle)));
const known = again ? new Set(JSON.parse(readFileSync(survivors, 'utf8'))) : null;
const todo = mutants().filter(mutant => known?.has(mutant.id) ?? true);
const counts = {};
const alive = [];
for (const mutant of todo) {
  const verdict = judge(mutant, patience);
  const count = counts[mutant.file] ??= { killed: 0, timeout: 0, survived: 0 };
  count[verdict]++;
  if (verdict !== 'killed') console.log(`${verdict} ${mutant.id} ${mutant.file}:${mutant.line} ${mutant.original} -> ${mutant.replacement}`);
  if (verdict === 'survived') alive.push(mutant.id);
  writeFileSync(survivors, JSON.stringify([...alive, ...todo.slice(todo.indexOf(mutant) + 1).map(left => left.id)]));
}

console.table(counts);
