// The desk's candle chart over lightweight-charts. Rows are arrays:
// [startSeconds, open, high, low, close, volume, ticks, quality, forming, ...columns].
import {
    CandlestickSeries, createChart, HistogramSeries, LineStyle, PriceScaleMode
} from '../lib/lightweight-charts.standalone.production.mjs';
import { HiddenSpecs } from './chart-hidden.js';
import { Legend } from './chart-legend.js';
import { IndicatorLines } from './chart-lines.js';
import { PaneName } from './chart-names.js';
import { SignalMarks } from './chart-marks.js';
import { MoneyLines } from './chart-money.js';
import { candleOptions, chartOptions, indiaOffsetSeconds, readColours, volumeFormat } from './chart-options.js';
import { Panes } from './chart-panes.js';
import { savePicture } from './chart-picture.js';
import { SessionBreaks } from './chart-sessions.js';
import { Sight } from './chart-sight.js';
import { TradeMarks } from './chart-trades.js';

const olderMargin = 30;
const roomAtEnd = 6; // Candles' widths right of the newest.
const shownAtFirst = 140;
const releasing = ['pointerup', 'pointercancel', 'contextmenu', 'blur', 'visibilitychange'];

// Parts: canvas, legend, toNow, tags, chip and tip. Popover: the id of that in which an indicator is edited or removed, or nothing where
// the list cannot be changed.
export function createDeskChart(parts, desk, popover) {
    return new DeskChart(parts, desk, popover);
}

class DeskChart {
    constructor({ canvas, legend, toNow, tags, chip, tip }, desk, popover) {
        this.canvas = canvas;
        this.desk = desk;
        this.toNow = toNow;
        this.rows = [];
        this.held = null;
        this.coming = null;
        this.seen = null;
        this.olderState = 'idle';
        this.hidden = new HiddenSpecs(() => this.arrange());
        this.panes = new Panes();
        this.signals = new SignalMarks();
        this.trades = new TradeMarks(chip, tip);
        this.money = new MoneyLines(tags, {
            asked: (id, price) => this.tell('MoveWantedAsync', id, price).catch(() => this.money.putBack(id, true)),
            dropped: () => this.tell('MoveDroppedAsync').catch(forgotten),
            held: is => is ? this.grasp() : this.release()
        });
        this.lines = new IndicatorLines(this.hidden, this.panes);
        this.legend = new Legend(legend, {
            popover,
            toggle: group => this.turn(group),
            edit: spec => this.tell('EditWantedAsync', spec).catch(forgotten),
            remove: spec => this.tell('RemoveWantedAsync', spec).catch(forgotten)
        });
        this.sight = new Sight(canvas, isSeen => this.tell('ShownChangedAsync', isSeen));
        this.listen();
    }

    // The same instrument and timeframe as now, perhaps with other columns: what the person looks at stays where it is.
    show(setup, rows) {
        const keep = this.setup?.title === setup.title && this.setup.candleSeconds === setup.candleSeconds;
        const view = keep && this.chart && rows.length > 0 ? this.view() : null;
        this.setup = setup;
        this.rows = rows;
        if (!keep) {
            [this.seen, this.pointed] = [null, null];
            this.legend.begin();
        }
        this.held?.clear();
        this.olderState = rows.length === 0 ? 'none' : 'idle';
        if (!view) this.build();
        this.lines.arrange(setup, this.canvas.clientHeight);
        this.legend.arrange(this.lines.groups);
        this.paint();
        if (view) this.lookAgain(view);
        else this.chart.timeScale().setVisibleLogicalRange({ from: rows.length - shownAtFirst, to: rows.length + roomAtEnd });
        this.pointed = this.pointed ? this.find(this.pointed[0]) : null;
        this.writeLegend();
        this.canvas.dataset.state = 'shown';
        this.tellStanding();
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

    // How many closed candles the indicators have seen, while one of them is not ready.
    progress(seen) {
        this.seen = seen;
        this.writeLegend();
    }

    // What a strategy wished, as [startSeconds, way, 1 when acted on], oldest first.
    signal(marks) {
        this.signals.set(marks);
        this.canvas.dataset.signals = String(marks.length);
        if (this.setup) this.signals.show(this.rows, this.colours);
    }

    // An account's trades, told with the title of the candles they belong to; its lines are told to `money` itself.
    tellTrades(title, trades) {
        this.trades.set(title, trades);
        if (this.setup) this.trades.show(this.setup, this.rows, this.colours);
    }

    // Whether equal distances are equal shares of the price.
    scale(isLog) {
        this.isLog = isLog;
        this.canvas.dataset.scale = isLog ? 'log' : 'linear';
        this.applyScale();
    }

    picture(name, caption) {
        if (this.setup) savePicture(this.chart, this.colours, name, caption);
    }

    toggle(spec) {
        const group = this.lines.groups.find(one => one.spec === spec);
        if (group) this.turn(group);
    }

    dispose() {
        this.sight.dispose();
        this.themes.disconnect();
        this.sizes.disconnect();
        this.hidden.dispose();
        this.money.dispose();
        for (const event of releasing) removeEventListener(event, this.release);
        this.chart?.remove();
        this.chart = null;
        this.setup = null;
    }

    grasp() {
        this.held ??= new Map();
        this.writeLegend();
    }

    listen() {
        this.canvas.addEventListener('pointerdown', event => {
            if (event.button === 0) this.grasp();
        });
        this.release = () => {
            const rows = this.held;
            this.held = null;
            rows?.forEach(row => this.put(row));
            this.writeLegend();
        };
        for (const event of releasing) addEventListener(event, this.release);
        // At once: on a slow machine a slow move stops short of the end.
        this.toNow.addEventListener('click', () => this.chart?.timeScale().scrollToPosition(roomAtEnd, false));
        this.themes = new MutationObserver(() => this.recolour());
        this.themes.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'data-palette'] });
        this.sizes = new ResizeObserver(() => {
            if (this.sight.look() && this.setup && this.lines.wouldChange(this.canvas.clientHeight)) this.arrange();
        });
        this.sizes.observe(this.canvas);
    }

    build() {
        if (this.chart) this.panes.note();
        this.chart?.remove();
        this.colours = readColours();
        this.chart = createChart(this.canvas, chartOptions(this.colours, this.setup));
        this.candles = this.chart.addSeries(CandlestickSeries, candleOptions(this.colours, this.setup), 0);
        this.volume = this.setup.hasVolume ? this.buildVolume() : null;
        this.lastPrice = this.candles.createPriceLine({
            price: 0, lineWidth: 1, lineStyle: LineStyle.Dotted, lineVisible: false, axisLabelVisible: false
        });
        this.breaks = [this.candles, this.volume].filter(series => series).map(series => {
            const breaks = new SessionBreaks();
            series.attachPrimitive(breaks);
            return breaks;
        });
        for (const part of [this.signals, this.trades, this.money]) this.candles.attachPrimitive(part);
        this.applyScale();
        this.panes.begin(this.chart, this.setup.hasVolume);
        this.lines.begin(this.chart, this.colours);
        this.chart.subscribeCrosshairMove(move => {
            this.pointed = move.time === undefined ? null : this.find(move.time - indiaOffsetSeconds);
            this.trades.hover(move.paneIndex === 0 ? move.point : null);
            this.writeLegend();
        });
        this.chart.timeScale().subscribeVisibleLogicalRangeChange(range => this.ranged(range));
    }

    applyScale() {
        this.candles?.priceScale().applyOptions({ mode: this.isLog ? PriceScaleMode.Logarithmic : PriceScaleMode.Normal });
    }

    buildVolume() {
        const options = { priceFormat: volumeFormat, lastValueVisible: false, priceLineVisible: false };
        const series = this.chart.addSeries(HistogramSeries, options, 1);
        this.volumeName = new PaneName('Volume', this.colours.text3);
        series.attachPrimitive(this.volumeName);
        series.priceScale().applyOptions({ scaleMargins: { top: 0.2, bottom: 0 }, entireTextOnly: true });
        return series;
    }

    // The same rows, but other indicators are hidden, folded or shown.
    arrange() {
        if (!this.setup) return;
        this.lines.arrange(this.setup, this.canvas.clientHeight);
        this.lines.paint(this.rows, this.colours);
        this.legend.arrange(this.lines.groups);
        this.writeLegend();
        this.tellStanding();
    }

    turn(group) {
        if (group.standing === 'folded') {
            this.lines.bringForward(group.spec);
            this.arrange();
        } else {
            if (group.standing === 'hidden') this.lines.bringForward(group.spec);
            this.hidden.set(group.spec, group.standing === 'drawn');
        }
    }

    view() {
        const range = this.chart.timeScale().getVisibleLogicalRange();
        return range && this.rows.length > 0 && { range, rows: this.rows };
    }

    // The same candles in view as before, at the same width; a view of the newest stays one of the newest.
    lookAgain({ range, rows }) {
        const start = Math.max(rows[0][0], this.rows[0][0]);
        const place = among => among.findIndex(row => row[0] >= start);
        const shift = range.to >= rows.length - 1 ? this.rows.length - rows.length : place(this.rows) - place(rows);
        this.coming = { from: range.from + shift, to: range.to + shift };
        this.chart.timeScale().setVisibleLogicalRange(this.coming);
        this.ranged(this.coming);
        requestAnimationFrame(() => { this.coming = null; });
    }

    paint() {
        this.candles.setData(this.rows.map(candlePoint));
        this.volume?.setData(this.rows.map(row => this.volumePoint(row)));
        this.lines.paint(this.rows, this.colours);
        this.breaks.forEach(breaks => breaks.show(this.rows, this.setup.candleSeconds, this.colours.sessionBreak));
        this.signals.show(this.rows, this.colours);
        this.trades.show(this.setup, this.rows, this.colours);
        this.money.begin(this.setup, this.rows, this.colours);
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
        this.lines.put(this.rows, at);
        this.signals.show(this.rows, this.colours);
        if (isNew) {
            this.breaks.forEach(breaks => breaks.show(this.rows, this.setup.candleSeconds, this.colours.sessionBreak));
            this.trades.show(this.setup, this.rows, this.colours);
        }
        if (!historical) this.markLastPrice();
        if (this.pointed && this.pointed[0] === row[0]) this.pointed = row;
        this.writeLegend();
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

    // A range that was set is the library's from the next frame on; what it says before is drawn nowhere.
    ranged(said) {
        const range = this.coming ?? said;
        if (!range || !this.chart) return;
        this.toNow.hidden = range.to >= this.rows.length - 2;
        this.canvas.dataset.range = `${this.startNear(range.from)} ${this.startNear(range.to)}`;
        if (range.from > olderMargin || this.olderState !== 'idle' || this.rows.length === 0) return;
        this.olderState = 'asked';
        this.tell('OlderWantedAsync').catch(() => { this.olderState = 'idle'; });
    }

    startNear(place) {
        return this.rows[Math.min(Math.max(Math.round(place), 0), this.rows.length - 1)]?.[0] ?? '';
    }

    recolour() {
        if (!this.setup) return;
        this.colours = readColours();
        this.chart.applyOptions(chartOptions(this.colours, this.setup));
        this.candles.applyOptions(candleOptions(this.colours, this.setup));
        this.volumeName?.recolour(this.colours.text3);
        this.lines.recolour(this.colours);
        this.paint();
    }

    volumePoint(row) {
        const color = row[4] >= row[1] ? this.colours.upFaint : this.colours.downFaint;
        return { time: row[0] + indiaOffsetSeconds, value: row[5], color };
    }

    writeLegend() {
        if (!this.setup) return;
        const newest = this.rows.at(-1);
        const row = this.pointed ?? newest ?? null;
        this.legend.write(row, this.setup, this.lines.groups, this.lines, this.held !== null, row === newest ? this.seen : null);
    }

    tell(method, ...words) {
        return this.desk.invokeMethodAsync(method, ...words);
    }

    tellStanding() {
        const specs = standing => this.lines.groups.filter(group => group.standing === standing).map(group => group.spec);
        const words = JSON.stringify([specs('hidden'), specs('folded')]);
        if (words === this.told) return;
        this.told = words;
        this.tell('StandingChangedAsync', specs('hidden'), specs('folded')).catch(() => { this.told = null; });
    }

    // What browser tests and a person with the inspector read: how often the chart moved and where it stands.
    mark() {
        const last = this.rows.at(-1);
        this.canvas.dataset.updates = String(Number(this.canvas.dataset.updates ?? 0) + 1);
        this.canvas.dataset.candles = String(this.rows.length);
        if (last) this.canvas.dataset.close = String(last[4]);
    }
}

// A desk that is away greys the page; the person asks again when it is back.
function forgotten() {
}

function candlePoint(row) {
    return { time: row[0] + indiaOffsetSeconds, open: row[1], high: row[2], low: row[3], close: row[4] };
}
