// What a strategy wished, at the candle it decided on: a triangle below for up, above for down, a diamond above for leaving. Filled when it
// was acted on, hollow when not.
import { indiaOffsetSeconds } from './chart-options.js';

const reach = 5; // Half a mark's width, in CSS pixels.
const gap = 5; // Between the candle and its mark.

export class SignalMarks {
    constructor() {
        this.marks = [];
        this.placed = [];
        this.views = [{ zOrder: () => 'top', renderer: () => ({ draw: target => this.draw(target) }) }];
    }

    // Marks are [startSeconds, way, 1 when acted on].
    set(marks) {
        this.marks = marks;
    }

    // A mark whose candle is not shown is not drawn; several of one candle stand on each other.
    show(rows, colours) {
        if (this.marks.length === 0 && this.placed.length === 0) return;
        const byStart = new Map(rows.map(row => [row[0], row]));
        const taken = new Map();
        this.colours = colours;
        this.placed = [];
        for (const [start, way, acted] of this.marks) {
            const row = byStart.get(start);
            if (!row) continue;
            const key = `${start} ${way > 0}`;
            const step = taken.get(key) ?? 0;
            taken.set(key, step + 1);
            this.placed.push({ time: start + indiaOffsetSeconds, way, acted: acted === 1, price: way > 0 ? row[3] : row[2], step });
        }
        this.requestUpdate?.();
    }

    attached({ chart, series, requestUpdate }) {
        this.chart = chart;
        this.series = series;
        this.requestUpdate = requestUpdate;
    }

    detached() {
        this.chart = null;
    }

    paneViews() {
        return this.views;
    }

    draw(target) {
        if (!this.chart) return;
        const timeScale = this.chart.timeScale();
        target.useMediaCoordinateSpace(({ context, mediaSize }) => {
            for (const mark of this.placed) {
                const x = timeScale.timeToCoordinate(mark.time);
                const edge = this.series.priceToCoordinate(mark.price);
                if (x === null || edge === null || x < -reach || x > mediaSize.width + reach) continue;
                const away = gap + reach + mark.step * (2 * reach + 2);
                this.paint(context, mark, x, mark.way > 0 ? edge + away : edge - away);
            }
        });
    }

    paint(context, { way, acted }, x, y) {
        const colour = way > 0 ? this.colours.up : way < 0 ? this.colours.down : this.colours.text;
        context.beginPath();
        for (const [right, down] of shapeOf(way)) context.lineTo(x + right * reach, y + down * reach);
        context.closePath();
        context.lineWidth = 1.5;
        context.strokeStyle = colour;
        context.fillStyle = acted ? colour : this.colours.background;
        context.fill();
        context.stroke();
    }
}

function shapeOf(way) {
    if (way > 0) return [[0, -1], [1, 1], [-1, 1]];
    if (way < 0) return [[-1, -1], [1, -1], [0, 1]];
    return [[0, -1], [1, 0], [0, 1], [-1, 0]];
}
