// Peeks with trading-signals' replace(): first line in is the data, first line out the values; then a round per line, timed here.
import { createInterface } from 'node:readline';
import { EMA, RSI, SMA } from 'trading-signals';

const indicators = [new SMA(20), new EMA(21), new RSI(14)];
let data;
let checksum = 0;

function begin(line) {
  data = JSON.parse(line);
  for (const close of data.warm) for (const indicator of indicators) indicator.add(close);
  for (const indicator of indicators) indicator.add(data.forming[0]);
  return JSON.stringify(data.forming.map((price) => indicators.map((indicator) => indicator.replace(price))));
}

function round() {
  const [sma, ema, rsi] = indicators;
  const start = process.hrtime.bigint();
  for (let sweep = 0; sweep < data.sweeps; sweep++) {
    for (const price of data.forming) checksum += sma.replace(price) + ema.replace(price) + rsi.replace(price);
  }
  const nanos = process.hrtime.bigint() - start;
  if (!Number.isFinite(checksum)) throw new Error('a peek gave no number');
  return String(nanos);
}

createInterface({ input: process.stdin }).on('line', (line) => console.log(data ? round() : begin(line)));
