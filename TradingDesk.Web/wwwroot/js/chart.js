// The desk's candle chart over lightweight-charts. Rows are arrays:
// [startSeconds, open, high, low, close, volume, ticks, quality, forming, ...columns].
import {
    CandlestickSeries, createChart, HistogramSeries, LineSeries, LineStyle
} from '../lib/lightweight-charts.standalone.production.mjs';
import { Legend } from './chart-legend.js';
import { SessionBreaks } from './chart-sessions.js';

const indiaOffsetSeconds = 19800; // The library draws UTC; shifted times make its axis India's.
const firstColumn = 9;
const olderMargin = 30;
const shownAtFirst = 140;
const releasing = ['pointerup', 'pointercancel', 'contextmenu', 'blur', 'visibilitychange'];
const compact = new Intl.NumberFormat('en-IN', { notation: 'compact', maximumFractionDigits: 1 });
const volumeFormat = { type: 'custom', formatter: value => compact.format(value), minMove: 1 };
const lineTokens = ['--line-1', '--line-2', '--line-3', '--line-4', '--line-5'];

export function createDeskChart(canvas, legend, toNow, desk) {
    return new DeskChart(canvas, legend, toNow, desk);
}

class DeskChart {
    constructor(canvas, legend, toNow, desk) {
        this.canvas = canvas;
        this.desk = desk;
        this.toNow = toNow;
        this.legend = new Legend(legend);
        this.rows = [];
        this.held = null;
        this.olderState = 'idle';
        this.listen();
    }

    show(setup, rows) {
        this.setup = setup;
        this.rows = rows;
        this.held?.clear();
        this.olderState = rows.length === 0 ? 'none' : 'idle';
        this.build();
        this.paint();
        const timeScale = this.chart.timeScale();
        timeScale.setVisibleLogicalRange({ from: rows.length - shownAtFirst, to: rows.length + 6 });
        this.canvas.dataset.state = 'shown';
        this.mark();
    }

    update(row) {
        if (!this.setup) return;
        if (this.held) {
            this.hold([row]);
            return;
        }
        this.put(row);
        this.mark();
    }

    settle(rows) {
        if (!this.setup) return;
        if (this.held) this.hold(rows);
        else rows.forEach(row => this.put(row));
        this.mark();
    }

    // The time scale must not move under a dragging finger; the newest row of each start waits for the hand to leave.
    hold(rows) {
        for (const row of rows) this.held.set(row[0], row);
    }

    prepend(rows) {
        this.olderState = rows.length === 0 ? 'none' : 'idle';
        if (rows.length === 0 || !this.setup) return;
        const range = this.chart.timeScale().getVisibleLogicalRange();
        this.rows = rows.concat(this.rows);
        this.paint();
        if (range) this.chart.timeScale().setVisibleLogicalRange({ from: range.from + rows.length, to: range.to + rows.length });
    }

    dispose() {
        this.themes.disconnect();
        for (const event of releasing) removeEventListener(event, this.release);
        this.chart?.remove();
        this.chart = null;
        this.setup = null;
    }

    listen() {
        this.canvas.addEventListener('pointerdown', event => {
            if (event.button !== 0) return;
            this.held ??= new Map();
            this.writeLegend();
        });
        this.release = () => {
            const rows = this.held;
            this.held = null;
            rows?.forEach(row => this.put(row));
            this.writeLegend();
        };
        for (const event of releasing) addEventListener(event, this.release);
        this.toNow.addEventListener('click', () => this.chart?.timeScale().scrollToRealTime());
        this.themes = new MutationObserver(() => this.recolour());
        this.themes.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'data-palette'] });
    }

    build() {
        this.chart?.remove();
        this.colours = readColours();
        this.guides = [];
        this.chart = createChart(this.canvas, chartOptions(this.colours, this.setup));
        this.candles = this.chart.addSeries(CandlestickSeries, candleOptions(this.colours, this.setup), 0);
        this.volume = this.setup.hasVolume ? this.buildVolume() : null;
        this.lastPrice = this.candles.createPriceLine({
            price: 0, lineWidth: 1, lineStyle: LineStyle.Dotted, lineVisible: false, axisLabelVisible: false
        });
        this.buildLines();
        this.breaks = [this.candles, this.volume].filter(series => series).map(series => {
            const breaks = new SessionBreaks();
            series.attachPrimitive(breaks);
            return breaks;
        });
        this.chart.panes().forEach((pane, index) => pane.setStretchFactor(index === 0 ? 6 : 1.3));
        this.chart.subscribeCrosshairMove(move => {
            this.pointed = move.time === undefined ? null : this.find(move.time - indiaOffsetSeconds);
            this.writeLegend();
        });
        this.chart.timeScale().subscribeVisibleLogicalRangeChange(range => this.ranged(range));
    }

    buildVolume() {
        return this.chart.addSeries(HistogramSeries, { priceFormat: volumeFormat, lastValueVisible: false, priceLineVisible: false }, 1);
    }

    buildLines() {
        const columns = this.setup.columns;
        const panes = new Map();
        this.lines = [];
        columns.forEach((column, at) => {
            if (column.output === 'direction') return; // It colours its spec's value instead of being drawn.
            if (!column.overlay && !panes.has(column.spec)) panes.set(column.spec, panes.size + (this.volume ? 2 : 1));
            const direction = columns.findIndex(other => other.spec === column.spec && other.output === 'direction');
            const token = lineTokens[this.lines.length % lineTokens.length];
            const series = this.chart.addSeries(LineSeries, {
                lineWidth: direction < 0 ? 1 : 2, priceLineVisible: false, lastValueVisible: false, crosshairMarkerVisible: false,
                priceFormat: numberFormat(2, 0.01)
            }, column.overlay ? 0 : panes.get(column.spec));
            if (column.spec.startsWith('RSI')) this.guide(series, [30, 70]);
            this.lines.push({ column, series, token, at: firstColumn + at, direction: direction < 0 ? -1 : firstColumn + direction });
        });
    }

    guide(series, levels) {
        for (const price of levels) {
            this.guides.push(series.createPriceLine({ price, lineWidth: 1, lineStyle: LineStyle.Dotted, axisLabelVisible: false }));
        }
    }

    paint() {
        this.candles.setData(this.rows.map(candlePoint));
        this.volume?.setData(this.rows.map(row => this.volumePoint(row)));
        for (const line of this.lines) {
            line.series.applyOptions({ color: this.lineColour(line) });
            line.series.setData(this.rows.map((row, at) => this.linePoint(line, row, this.rows[at + 1])));
        }
        this.guides.forEach(guide => guide.applyOptions({ color: this.colours.text3 }));
        this.breaks.forEach(breaks => breaks.show(this.rows, this.setup.candleSeconds, this.colours.sessionBreak));
        this.markLastPrice();
        this.writeLegend();
    }

    markLastPrice() {
        const last = this.rows.at(-1);
        if (!last) return;
        const color = last[4] >= last[1] ? this.colours.up : this.colours.down;
        this.lastPrice.applyOptions({ price: last[4], color, lineVisible: true, axisLabelVisible: true });
    }

    put(row) {
        if (!this.setup) return;
        const at = this.indexOf(row[0]);
        const isNew = at === this.rows.length;
        if (isNew) this.append(row);
        else if (at >= 0) this.rows[at] = row;
        else {
            this.insert(row);
            return;
        }
        const historical = at < this.rows.length - 1;
        this.candles.update(candlePoint(row), historical);
        this.volume?.update(this.volumePoint(row), historical);
        for (const line of this.lines) this.putLine(line, at, historical);
        if (isNew) this.breaks.forEach(breaks => breaks.show(this.rows, this.setup.candleSeconds, this.colours.sessionBreak));
        if (!historical) this.markLastPrice();
        if (this.pointed && this.pointed[0] === row[0]) this.pointed = row;
        this.writeLegend();
    }

    putLine(line, at, historical) {
        // A direction that turned here takes the colour away from the piece before.
        if (line.direction >= 0 && at > 0) line.series.update(this.linePoint(line, this.rows[at - 1], this.rows[at]), true);
        line.series.update(this.linePoint(line, this.rows[at], this.rows[at + 1]), historical);
    }

    // A candle that closed while nobody looked goes between those that were drawn; one older than all is history's to bring.
    insert(row) {
        const before = this.rows.findIndex(shown => shown[0] > row[0]);
        if (before <= 0) return;
        this.rows.splice(before, 0, row);
        this.paint();
    }

    append(row) {
        const last = this.rows.at(-1);
        if (last && last[8] === 1) last[8] = 2; // Closed, but the store's last word on it has not come.
        this.rows.push(row);
    }

    // Its place if shown, the length if newer than all, -1 otherwise; the newest are asked for most.
    indexOf(start) {
        let at = this.rows.length - 1;
        if (at < 0 || start > this.rows[at][0]) return this.rows.length;
        while (at >= 0 && this.rows[at][0] > start) at--;
        return at >= 0 && this.rows[at][0] === start ? at : -1;
    }

    find(start) {
        const at = this.indexOf(start);
        return at >= 0 && at < this.rows.length ? this.rows[at] : null;
    }

    ranged(range) {
        if (!range || !this.chart) return;
        this.toNow.hidden = range.to >= this.rows.length - 2;
        if (range.from > olderMargin || this.olderState !== 'idle' || this.rows.length === 0) return;
        this.olderState = 'asked';
        this.desk.invokeMethodAsync('OlderWantedAsync').catch(() => { this.olderState = 'idle'; });
    }

    recolour() {
        if (!this.setup) return;
        this.colours = readColours();
        this.chart.applyOptions(chartOptions(this.colours, this.setup));
        this.candles.applyOptions(candleOptions(this.colours, this.setup));
        this.paint();
    }

    volumePoint(row) {
        const color = row[4] >= row[1] ? this.colours.upFaint : this.colours.downFaint;
        return { time: row[0] + indiaOffsetSeconds, value: row[5], color };
    }

    // A line piece has the colour of the point it leaves; the jump between two directions is not drawn.
    linePoint(line, row, next) {
        const time = row[0] + indiaOffsetSeconds;
        const value = row[line.at];
        if (value === null) return { time };
        if (line.direction < 0) return { time, value };
        if (next && next[line.direction] !== row[line.direction]) return { time, value, color: 'transparent' };
        return { time, value, color: row[line.direction] > 0 ? this.colours.up : this.colours.down };
    }

    lineColour(line) {
        return getComputedStyle(document.documentElement).getPropertyValue(line.token).trim();
    }

    writeLegend() {
        if (!this.setup) return;
        const row = this.pointed ?? this.rows.at(-1);
        this.legend.write(row ?? null, this.setup, this.lines, line => this.legendColour(line, row), this.held !== null);
    }

    legendColour(line, row) {
        if (line.direction < 0 || !row) return this.lineColour(line);
        return row[line.direction] > 0 ? this.colours.up : this.colours.down;
    }

    // What browser tests and a person with the inspector read: how often the chart moved and where it stands.
    mark() {
        const last = this.rows.at(-1);
        this.canvas.dataset.updates = String(Number(this.canvas.dataset.updates ?? 0) + 1);
        this.canvas.dataset.candles = String(this.rows.length);
        if (last) this.canvas.dataset.close = String(last[4]);
    }
}

function candlePoint(row) {
    return { time: row[0] + indiaOffsetSeconds, open: row[1], high: row[2], low: row[3], close: row[4] };
}

function readColours() {
    const style = getComputedStyle(document.documentElement);
    const token = name => style.getPropertyValue(name).trim();
    return {
        background: token('--s1'), text: token('--text-2'), text3: token('--text-3'), grid: token('--grid'), border: token('--line'),
        up: token('--up'), down: token('--down'), upFaint: token('--up-faint'), downFaint: token('--down-faint'),
        sessionBreak: token('--session-break')
    };
}

function chartOptions(colours, setup) {
    return {
        autoSize: true,
        layout: {
            background: { color: colours.background }, textColor: colours.text, fontSize: 11, attributionLogo: false,
            fontFamily: 'Inter, system-ui, sans-serif', panes: { separatorColor: colours.border, enableResize: true }
        },
        grid: { vertLines: { color: colours.grid }, horzLines: { color: colours.grid } },
        rightPriceScale: { borderColor: colours.border, minimumWidth: 74 },
        timeScale: {
            borderColor: colours.border, timeVisible: setup.candleSeconds < 86400, secondsVisible: setup.candleSeconds < 60,
            rightOffset: 6, minBarSpacing: 1
        },
        crosshair: { mode: 0 },
        handleScroll: { vertTouchDrag: false }, // A finger moving up or down scrolls the page.
        localization: { locale: 'en-IN', timeFormatter: time => indiaTime(time, setup.candleSeconds) }
    };
}

function candleOptions(colours, setup) {
    return {
        upColor: colours.up, downColor: colours.down, wickUpColor: colours.up, wickDownColor: colours.down, borderVisible: false,
        // The library's label follows the newest candle in view; ours is the newest of all.
        lastValueVisible: false, priceLineVisible: false,
        priceFormat: numberFormat(setup.places, setup.places === 4 ? 0.0025 : 0.01)
    };
}

function numberFormat(places, minMove) {
    const format = new Intl.NumberFormat('en-IN', { minimumFractionDigits: places, maximumFractionDigits: places });
    return { type: 'custom', formatter: value => format.format(value), minMove };
}

function indiaTime(time, candleSeconds) {
    const iso = new Date(time * 1000).toISOString();
    if (candleSeconds >= 86400) return iso.slice(0, 10);
    return `${iso.slice(0, 10)} ${iso.slice(11, candleSeconds < 60 ? 19 : 16)} IST`;
}
