#!/usr/bin/env node
// Writes THIRD-PARTY-NOTICES.txt from the lock files and the restored packages: node scripts/notices.mjs (after a build).
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const packages = process.env.NUGET_PACKAGES ?? join(homedir(), '.nuget', 'packages');
const web = join(root, 'TradingDesk.Web');
const rule = '-'.repeat(100);

const mit = `The MIT License (MIT)

Copyright (c) .NET Foundation and Contributors

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files
(the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge,
publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so,
subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR
ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH
THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

const read = (...parts) => readFileSync(join(...parts), 'utf8').replaceAll('\r\n', '\n').replace(/^\uFEFF/, '');
const element = (xml, name) => xml.match(new RegExp(`<${name}(?: [^>]*)?>([^<]*)<`))?.[1].trim() ?? '';
const plain = text => text
  .replaceAll('&#169;', '(c)').replaceAll('©', '(c)').replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>');

// Name, version and licence as the package itself says them; a licence given as a file is MIT or we stop.
function nuget(name, version) {
  const folder = join(packages, name.toLowerCase(), version.toLowerCase());
  const nuspec = read(folder, `${name.toLowerCase()}.nuspec`);
  const file = nuspec.match(/<license type="file">([^<]*)</)?.[1];
  if (file && !/MIT/.test(read(folder, file))) throw new Error(`${name} ${version}: read ${file} and add its licence here.`);
  const licence = file ? 'MIT' : element(nuspec, 'license') || element(nuspec, 'licenseUrl');
  if (!licence) throw new Error(`${name} ${version} names no licence.`);
  return { name, version, licence, copyright: plain(element(nuspec, 'copyright') || element(nuspec, 'authors')) };
}

function nugetPackages() {
  const found = new Map();
  for (const project of readdirSync(root).filter(name => existsSync(join(root, name, 'packages.lock.json')))) {
    for (const framework of Object.values(JSON.parse(read(root, project, 'packages.lock.json')).dependencies)) {
      for (const [name, entry] of Object.entries(framework)) {
        if (entry.type !== 'Project') found.set(`${name} ${entry.resolved}`, () => nuget(name, entry.resolved));
      }
    }
  }
  return [...found.keys()].sort().map(key => found.get(key)());
}

function npmPackages() {
  // Optional ones are a build tool's programs for each kind of machine; the tool itself is named.
  const entries = Object.entries(JSON.parse(read(web, 'package-lock.json')).packages).filter(([path, entry]) => path && !entry.optional);
  return entries.map(([path, entry]) => {
    const own = JSON.parse(read(web, path, 'package.json'));
    const author = own.author?.name ?? own.author ?? `the authors of ${own.name}`;
    return { name: own.name, version: entry.version, licence: entry.license, copyright: author, path };
  });
}

const version = read(web, 'build', 'BlazorScript.targets').match(/<BlazorScriptVersion>([^<]+)</)[1];
const blazor = join(packages, 'microsoft.aspnetcore.app.runtime.linux-x64', version);
const line = p => `${p.name} ${p.version} | ${p.licence} | ${p.copyright}`.trim();
const npm = npmPackages();

const texts = npm.flatMap(p => readdirSync(join(web, p.path)).filter(f => /^(licen[cs]e|notice)/i.test(f)).sort()
  .map(f => [`${p.name} ${p.version}: ${f}`, read(web, p.path, f)]));
texts.push([`blazor.web.js ${version}: MIT licence`, mit]);
const notices = readdirSync(blazor).find(f => /^third-?party-?notices\.txt$/i.test(f));
if (notices) texts.push([`blazor.web.js ${version}: ${notices}`, read(blazor, notices)]);

const out = [
  'TradingDesk uses the software of others. Written by scripts/notices.mjs from the lock files; do not edit.',
  '', 'In the browser', '',
  `blazor.web.js ${version} | MIT | (c) Microsoft Corporation; taken from Microsoft.AspNetCore.App.Runtime.linux-x64 ${version}`,
  ...npm.map(line),
  '', 'In the programs, their tests and their benchmarks', '',
  ...nugetPackages().map(line),
  '', ...texts.flatMap(([title, text]) => [rule, title, rule, '', text.trim(), '']),
];
writeFileSync(join(root, 'THIRD-PARTY-NOTICES.txt'), out.map(text => text.replace(/[ \t]+$/gm, '')).join('\n'));
