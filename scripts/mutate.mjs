#!/usr/bin/env node
// Mutation testing of parts of the engine; docs/mutation.md says how to read what it prints.
//   node scripts/mutate.mjs 'Market/Sessions/*.cs' Market/Candle.cs   instruments these files and runs every mutant of them
//   node scripts/mutate.mjs --again                                   runs last time's survivors with the tests as they are built now
// Stryker writes the mutants into the engine but cannot switch them on in tests that run in a process of their own, as those of xunit v3
// do. So its engine is kept beside the tests, and the test program is started once per mutant with the mutant's number in its environment.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const tests = join(root, 'TradingDesk.Tests');
const built = join(tests, 'bin', 'Debug', 'net10.0');
const engine = join(root, 'TradingDesk.Engine', 'bin', 'Debug', 'net10.0', 'TradingDesk.Engine.dll');
const work = join(root, 'artifacts', 'mutation');
const [program, report, survivors] = [join(work, 'program'), join(work, 'reports', 'mutation-report.json'), join(work, 'survivors.json')];

// The tests of the market, the nearest first: most mutants die there, and only the others are shown to the next circle. Files of another
// folder want circles of their own.
const circles = [
  ['-class', 'TradingDesk.Tests.Engine.Market.*', '-class-', '*TimeframeLadderTests', '-class-', '*SessionCandlesTests'],
  ['*CalendarChangeTests', '*TimeframeLadderTests', '*SessionCandlesTests', '*AddedTimeframeTests'].flatMap(name => ['-class', name]),
  [
    '*TradingPipelineTests', '*StartingDeskTests', '*DeskChangesTests', '*CalendarDeskTests', '*CalendarVerbTests', '*MarketPartsTests',
    '*StartHistoryTests', '*StartStatesTests', '*ListVersionsTests', '*KeptListsTests', '*DayAxisTests', '*SameInputsSameFactsTests',
    '*GapRefillTests', '*QuietMarketStartTests',
  ].flatMap(name => ['-class', name]),
];
const always = ['-noColor', '-stopOnFail', '-trait-', 'Speed=Slow', '-trait-', 'Needs=Browser'];
const workers = 3;
const secondsMost = 120;
const memoryMost = '0x60000000';

function fail(sentence) {
  console.error(sentence);
  process.exit(2);
}

// All that is wanted of Stryker is the instrumented engine, taken while it stands in the tests' folder, and the report that says which
// number is which mutant. "Since" a commit with every change ignored leaves it no mutant to run itself.
async function instrument(files) {
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const commit = spawnSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }).stdout.trim();
  const stryker = spawn('dotnet', ['stryker', `--since:${commit}`, '-O', work, ...files.flatMap(file => ['-m', file])], { cwd: tests });
  let said = '';
  stryker.stdout.on('data', data => {
    said += data;
    if (!existsSync(program) && said.includes('Capture mutant coverage')) cpSync(built, program, { recursive: true });
  });
  await new Promise(resolve => stryker.on('close', resolve));
  if (!existsSync(program) || !existsSync(report)) fail(`Stryker gave no report:\n${said}`);
  const instrumented = readFileSync(join(program, 'TradingDesk.Engine.dll'));
  copyFileSync(engine, join(built, 'TradingDesk.Engine.dll'));
  rmSync(join(built, 'TradingDesk.Engine.dll.stryker-unchanged'), { force: true });
  if (instrumented.equals(readFileSync(engine))) fail('The engine was taken without its mutants: run again.');
}

function mutants() {
  const found = [];
  for (const [name, file] of Object.entries(JSON.parse(readFileSync(report, 'utf8')).files)) {
    const lines = file.source.split('\n');
    for (const { id, status, statusReason, location, replacement } of file.mutants) {
      if (status === 'CompileError' || statusReason !== 'Removed by since filter') continue;
      const { start, end } = location;
      const text = start.line === end.line
        ? lines[start.line - 1].slice(start.column - 1, end.column - 1)
        : `${lines[start.line - 1].slice(start.column - 1)} ...`;
      found.push({
        id,
        file: name.replaceAll('\\', '/').split('TradingDesk.Engine/').at(-1),
        line: start.line,
        original: text.trim(),
        replacement: (replacement ?? '').replace(/\s+/g, ' ').slice(0, 120),
      });
    }
  }

  return found;
}

function run(circle, mutant) {
  const env = { ...process.env, DOTNET_GCHeapHardLimit: memoryMost, DOTNET_TieredPGO: '0' };
  if (mutant !== null) Object.assign(env, { STRYKER_MUTANT_ID_CONTROL_VAR: 'MUTANT', MUTANT: mutant });
  const options = { cwd: program, env, stdio: 'ignore', timeout: secondsMost * 1_000, killSignal: 'SIGKILL' };
  return new Promise(resolve => spawn(join(program, 'TradingDesk.Tests'), [...always, ...circle], options)
    .on('close', (code, signal) => resolve(signal === 'SIGKILL' ? 'timeout' : code === 0 ? 'survived' : 'killed')));
}

async function judge(mutant) {
  for (const circle of circles) {
    const verdict = await run(circle, mutant.id);
    if (verdict !== 'survived') return verdict;
  }

  return 'survived';
}

async function judgeAll(todo) {
  const [counts, left] = [{}, new Set(todo.map(mutant => mutant.id))];
  let next = 0;
  const worker = async () => {
    while (next < todo.length) {
      const mutant = todo[next++];
      const verdict = await judge(mutant);
      counts[mutant.file] ??= { killed: 0, timeout: 0, survived: 0 };
      counts[mutant.file][verdict]++;
      if (verdict !== 'survived') left.delete(mutant.id);
      if (verdict !== 'killed')
        console.log(`${verdict} ${mutant.id} ${mutant.file}:${mutant.line}  ${mutant.original}  ->  ${mutant.replacement}`);
      writeFileSync(survivors, JSON.stringify([...left]));
    }
  };
  await Promise.all(Array.from({ length: workers }, worker));
  console.table(counts);
}

const again = process.argv.includes('--again');
const files = process.argv.slice(2).filter(argument => !argument.startsWith('--'));
if (again ? !existsSync(survivors) : files.length === 0) fail('Which files of the engine? The first lines here say more.');
if (!again) await instrument(files);
for (const name of ['TradingDesk.Tests.dll', 'TradingDesk.Tests.pdb']) copyFileSync(join(built, name), join(program, name));
for (const circle of circles) {
  if (await run(circle, null) !== 'survived') fail(`These tests fail without any mutant: ${circle.join(' ')}`);
}

const known = again ? new Set(JSON.parse(readFileSync(survivors, 'utf8'))) : null;
await judgeAll(mutants().filter(mutant => known?.has(mutant.id) ?? true));
