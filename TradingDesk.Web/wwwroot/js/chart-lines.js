// The indicators on the chart: which are drawn, as what, in which colour and pane. A hidden or folded one has no series.
import { HistogramSeries, LineSeries, LineStyle } from '../lib/lightweight-charts.standalone.production.mjs';
import { PaneName } from './chart-names.js';
import { indiaOffsetSeconds, valueFormat } from './chart-options.js';

const firstColumn = 9; // Before it a row holds its candle.
const unfoldMargin = 24; // Unfolding shortens the legend and folding lengthens it: the two must not chase each other.
const quiet = { priceLineVisible: false, lastValueVisible: false };

export class IndicatorLines {
    constructor(hidden, panes) {
        this.hidden = hidden;
        this.panes = panes;
        this.groups = [];
        this.forward = []; // Folded specs that were asked for, the newest first.
        this.picked = new Map();
    }

    // A new surface: nothing is drawn on it yet.
    begin(chart, colours) {
        this.chart = chart;
        this.colours = colours;
        this.groups = [];
        this.picked.clear();
    }

    // Draws the setup's columns in a canvas of this height; what is drawn already stays as it is.
    arrange(setup, height) {
        const before = new Map(this.groups.flatMap(group => group.lines).map(line => [line.column.name, line]));
        this.groups = grouped(setup.columns);
        this.pickColours();
        this.stand(this.panes.room(height));
        this.panes.note();
        this.removeAll(before);
        for (const group of this.groups) {
            for (const line of group.lines) Object.assign(line, drawingOf(before.get(line.column.name)));
            if (group.standing === 'drawn') this.add(group, setup.places);
        }
        this.panes.layout(this.drawnBelow().map(group => group.spec));
    }

    // Whether another height gives room for more or fewer panes.
    wouldChange(height) {
        const folded = this.groups.some(group => group.standing === 'folded');
        const drawn = this.drawnBelow().length;
        return drawn > this.panes.room(height) || (folded && drawn < this.panes.room(height - unfoldMargin));
    }

    bringForward(spec) {
        this.forward = [spec, ...this.forward.filter(other => other !== spec)];
    }

    paint(rows, colours) {
        this.colours = colours;
        for (const line of this.drawn()) {
            line.series.applyOptions({ color: this.colourOf(line) });
            line.series.setData(rows.map((_, at) => this.point(line, rows, at)));
            line.guides.forEach(guide => guide.applyOptions({ color: colours.text3 }));
            line.name?.recolour(colours.text3);
        }
    }

    put(rows, at) {
        for (const line of this.drawn()) {
            const back = line.column.drawnBack;
            this.update(line, rows, at);
            if (back > 0) this.update(line, rows, at - back);
            // A sign that turned here takes the colour away from the piece before.
            if (line.sign >= 0) this.update(line, rows, at - back - 1);
        }
    }

    // The colour of a line at a row; a histogram and a line with a sign have that of their direction.
    colourOf(line, row) {
        if (!row) return line.colour;
        if (line.column.look === 'histogram') return row[line.at] < 0 ? this.colours.down : this.colours.up;
        if (line.sign < 0 || row[line.sign] === null) return line.colour;
        return row[line.sign] > 0 ? this.colours.up : this.colours.down;
    }

    recolour(colours) {
        this.colours = colours;
        for (const line of this.groups.flatMap(group => group.lines)) line.colour = colours.lines[line.pick];
    }

    drawn() {
        return this.groups.flatMap(group => group.lines).filter(line => line.series);
    }

    drawnBelow() {
        return this.groups.filter(group => !group.overlay && group.standing === 'drawn');
    }

    // Hidden by the person, folded for want of room, or drawn; those asked for last have room first.
    stand(room) {
        const rank = group => (this.forward.indexOf(group.spec) + 1) || this.forward.length + 1;
        const below = this.groups.filter(group => !group.overlay && !this.hidden.has(group.spec));
        const fitting = new Set(below.toSorted((one, other) => rank(one) - rank(other)).slice(0, room));
        for (const group of this.groups) {
            if (this.hidden.has(group.spec)) group.standing = 'hidden';
            else group.standing = group.overlay || fitting.has(group) ? 'drawn' : 'folded';
        }
    }

    removeAll(before) {
        const staying = new Set(this.groups.filter(group => group.standing === 'drawn').map(group => group.spec));
        for (const line of before.values()) {
            if (!line.series || staying.has(line.column.spec)) continue;
            if (!line.column.overlay) this.panes.leave(line.column.spec);
            this.chart.removeSeries(line.series);
            line.series = null;
        }
    }

    add(group, places) {
        const missing = group.lines.filter(line => !line.series);
        // Columns of a histogram would cover the lines that were drawn before them.
        missing.sort((one, other) => (other.column.look === 'histogram') - (one.column.look === 'histogram'));
        for (const line of missing) {
            const options = { ...quiet, ...lookOf(line, group), color: line.colour, priceFormat: valueFormat(places) };
            const pane = group.overlay ? 0 : this.panes.indexOf(group.spec);
            line.series = this.chart.addSeries(line.column.look === 'histogram' ? HistogramSeries : LineSeries, options, pane);
            line.guides = line.column.guides.map(price => guide(line.series, price));
        }
        if (missing.length > 0 && !group.overlay) this.nameOf(group, missing[0]);
    }

    // The name and half an axis label's height stay clear of the lines.
    nameOf(group, line) {
        line.name = new PaneName(group.spec, this.colours.text3);
        line.series.attachPrimitive(line.name);
        line.series.priceScale().applyOptions({ scaleMargins: { top: 0.26, bottom: 0.1 }, entireTextOnly: true });
    }

    // An indicator keeps its colour while others come and go; a new one takes the colour that is used least.
    pickColours() {
        const lines = this.groups.flatMap(group => group.lines);
        const names = new Set(lines.map(line => line.colourName));
        for (const name of [...this.picked.keys()]) if (!names.has(name)) this.picked.delete(name);
        for (const name of names) {
            if (this.picked.has(name)) continue;
            const uses = this.colours.lines.map((_, pick) => [...this.picked.values()].filter(used => used === pick).length);
            this.picked.set(name, uses.indexOf(Math.min(...uses)));
        }
        for (const line of lines) {
            line.pick = this.picked.get(line.colourName);
            line.colour = this.colours.lines[line.pick];
        }
    }

    update(line, rows, at) {
        if (at < 0 || at >= rows.length) return;
        line.series.update(this.point(line, rows, at), at < rows.length - 1);
    }

    // A line piece has the colour of the point it leaves; the jump between two signs is not drawn.
    point(line, rows, at) {
        const time = rows[at][0] + indiaOffsetSeconds;
        const row = rows[at + line.column.drawnBack];
        const value = row?.[line.at] ?? null;
        if (value === null) return { time };
        if (line.column.look === 'histogram') return { time, value, color: value < 0 ? this.colours.downFaint : this.colours.upFaint };
        if (line.sign < 0) return { time, value };
        const next = rows[at + line.column.drawnBack + 1];
        const turns = next && line.column.look === 'line' && next[line.sign] !== row[line.sign];
        return { time, value, color: turns ? 'transparent' : this.colourOf(line, row) };
    }
}

// The columns by spec, in order; an output that is only a sign colours the others of its spec.
function grouped(columns) {
    const groups = new Map();
    columns.forEach((column, index) => {
        if (!groups.has(column.spec)) {
            groups.set(column.spec, { spec: column.spec, overlay: column.overlay, warmUp: 0, sign: -1, lines: [], standing: 'drawn' });
        }
        const group = groups.get(column.spec);
        group.warmUp = Math.max(group.warmUp, column.warmUp);
        if (column.look === 'colour') group.sign = firstColumn + index;
        else group.lines.push({ column, at: firstColumn + index, series: null, guides: [], name: null });
    });
    for (const group of groups.values()) {
        const outputs = group.lines.map(line => line.column.output);
        group.band = outputs.includes('upper') && outputs.includes('lower');
        for (const line of group.lines) {
            line.sign = group.sign;
            line.colourName = group.band || outputs.length === 1 ? group.spec : line.column.name;
        }
    }
    return [...groups.values()];
}

function drawingOf(line) {
    return line?.series ? { series: line.series, guides: line.guides, name: line.name } : {};
}

function lookOf(line, group) {
    const { look, output } = line.column;
    if (look === 'histogram') return { base: 0 };
    if (look === 'dots') return { lineVisible: false, pointMarkersVisible: true, pointMarkersRadius: 1.5, crosshairMarkerVisible: false };
    const lineStyle = group.band && output === 'middle' ? LineStyle.Dotted : LineStyle.Solid;
    return { lineWidth: line.sign >= 0 ? 2 : 1, lineStyle, crosshairMarkerVisible: false };
}

function guide(series, price) {
    return series.createPriceLine({ price, lineWidth: 1, lineStyle: LineStyle.Dotted, axisLabelVisible: false });
}
