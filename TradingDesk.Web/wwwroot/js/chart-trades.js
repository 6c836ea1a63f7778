// An account's trades at their candles: an arrow below for bought, above for sold; those too near to tell apart share one, which counts
// them. Pointed at, or walked along by the arrow keys from the chip in the corner, each says what it was and why it got its price.
import { indiaOffsetSeconds } from './chart-options.js';

const reach = 6; // Half a mark's width, in CSS pixels.
const gap = 6; // Between the candle and its mark.
const apart = 15; // Marks nearer than this are one.
const near = 14; // How far from its middle a mark is pointed at.
const mostSaid = 5;
const chipHeight = 28; // With the room below it.

export class TradeMarks {
    constructor(chip, tip) {
        this.chip = chip;
        this.tip = tip;
        this.trades = [];
        this.drawn = [];
        this.views = [{ zOrder: () => 'top', renderer: () => ({ draw: target => this.draw(target) }) }];
        chip.addEventListener('click', () => this.walk(-1));
        chip.addEventListener('blur', () => this.point(null));
        chip.addEventListener('keydown', event => {
            const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
            if (event.key === 'Escape') this.point(null);
            if (!way) return;
            event.preventDefault();
            this.walk(way);
        });
    }

    // Trades are [second since 1970, 1 or -1, words, reason], oldest first.
    set(title, trades) {
        this.title = title;
        this.trades = trades;
    }

    show(setup, rows, colours) {
        this.colours = colours;
        this.placed = setup.title === this.title ? this.trades.map(trade => placedOf(trade, rows, setup)).filter(mark => mark) : [];
        const count = this.placed.length;
        this.chip.hidden = count === 0;
        this.chip.textContent = count === 1 ? '1 trade' : `${count} trades`;
        this.chip.dataset.count = String(count);
        if (count === 0) this.point(null);
        this.requestUpdate?.();
    }

    // Where the crosshair is, or nothing when it left.
    hover(point) {
        if (document.activeElement === this.chip && !point) return;
        const distance = mark => Math.hypot(mark.x - point.x, mark.y - point.y);
        const reached = point ? this.drawn.filter(mark => distance(mark) < near) : [];
        this.point(reached.sort((one, other) => distance(one) - distance(other))[0] ?? null);
    }

    walk(way) {
        if (this.drawn.length === 0) return;
        const at = this.drawn.findIndex(mark => this.pointed && mark.key === this.pointed.key);
        const next = at < 0 ? this.drawn.length - 1 : (at + way + this.drawn.length) % this.drawn.length;
        this.point(this.drawn[next]);
    }

    point(mark) {
        if (mark?.key === this.pointed?.key) return;
        this.pointed = mark;
        this.tip.hidden = !mark;
        this.tip.replaceChildren(...mark ? sentencesOf(mark) : []);
        if (mark) this.stand(mark);
        this.requestUpdate?.();
    }

    stand(mark) {
        const fits = mark.x + 12 + this.tip.offsetWidth < this.tip.parentElement.clientWidth - 80;
        this.tip.style.left = `${fits ? mark.x + 12 : Math.max(4, mark.x - 12 - this.tip.offsetWidth)}px`;
        this.tip.style.top = `${Math.max(4, mark.y - this.tip.offsetHeight / 2)}px`;
    }

    attached({ chart, series, requestUpdate }) {
        this.chart = chart;
        this.series = series;
        this.requestUpdate = requestUpdate;
    }

    detached() {
        this.chart = null;
        this.drawn = [];
    }

    paneViews() {
        return this.views;
    }

    draw(target) {
        if (!this.chart || !this.placed) return;
        target.useMediaCoordinateSpace(({ context, mediaSize }) => {
            this.drawn = this.thin(mediaSize.width);
            for (const mark of this.drawn) this.paint(context, mark);
            this.chip.style.top = `${mediaSize.height - chipHeight}px`;
        });
    }

    thin(width) {
        const timeScale = this.chart.timeScale();
        const marks = [];
        const last = new Map();
        for (const placed of this.placed) {
            const x = timeScale.timeToCoordinate(placed.time);
            const edge = this.series.priceToCoordinate(placed.edge);
            if (x === null || edge === null || x < -reach || x > width + reach) continue;
            const y = placed.way > 0 ? edge + gap + reach : edge - gap - reach;
            const before = last.get(placed.way);
            if (before && x - before.x < apart) {
                before.trades.push(placed);
                before.y = placed.way > 0 ? Math.max(before.y, y) : Math.min(before.y, y);
                continue;
            }
            const mark = { key: `${placed.way} ${placed.second}`, way: placed.way, x, y, trades: [placed] };
            last.set(placed.way, mark);
            marks.push(mark);
        }
        return marks;
    }

    paint(context, { key, way, x, y, trades }) {
        const colour = way > 0 ? this.colours.up : this.colours.down;
        context.beginPath();
        context.moveTo(x, y - way * reach);
        for (const [right, down] of [[1, 0], [0.4, 0], [0.4, 1], [-0.4, 1], [-0.4, 0], [-1, 0]]) {
            context.lineTo(x + right * reach, y + way * down * reach);
        }
        context.closePath();
        context.fillStyle = colour;
        context.strokeStyle = key === this.pointed?.key ? this.colours.text : this.colours.background;
        context.lineWidth = key === this.pointed?.key ? 2 : 1;
        context.stroke();
        context.fill();
        if (trades.length === 1) return;
        context.font = '10px Inter, system-ui, sans-serif';
        context.textAlign = 'center';
        context.textBaseline = way > 0 ? 'top' : 'bottom';
        context.fillStyle = this.colours.text;
        context.fillText(String(trades.length), x, y + way * (reach + 2));
    }
}

// The candle a trade fell into: the last that began before it, if it reached that far.
function placedOf([second, way, words, reason], rows, setup) {
    let [from, to] = [0, rows.length];
    while (from < to) {
        const middle = (from + to) >> 1;
        if (rows[middle][0] <= second) from = middle + 1;
        else to = middle;
    }
    const row = rows[from - 1];
    if (!row || second >= row[0] + setup.candleSeconds) return null;
    return { time: row[0] + indiaOffsetSeconds, edge: way > 0 ? row[3] : row[2], way, second, words, reason };
}

function sentencesOf({ trades }) {
    const said = trades.slice(0, mostSaid).flatMap(({ words, reason }) => [line('strong', words), line('span', reason)]);
    if (trades.length > mostSaid) said.push(line('span', `and ${trades.length - mostSaid} more; zoom in, or see the trades' list`));
    return said;
}

function line(kind, text) {
    const made = document.createElement(kind);
    made.textContent = text;
    return made;
}
