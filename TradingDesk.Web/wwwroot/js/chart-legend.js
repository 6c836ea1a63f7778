// The strip above the chart: the pointed or newest candle in words and numbers, and each indicator in its line's colour.
const volumeFormat = new Intl.NumberFormat('en-IN');
const formats = new Map();

export class Legend {
    constructor(host) {
        this.host = host;
        this.cells = new Map();
    }

    number(value, places) {
        if (value === null || value === undefined || !Number.isFinite(value)) return '–';
        if (!formats.has(places)) formats.set(places, fixed(places));
        const text = formats.get(places).format(Math.abs(value));
        return value < 0 && /[1-9]/.test(text) ? `\u2212${text}` : text;
    }

    write(row, setup, lines, colourOf, held) {
        if (!setup) return;
        const places = setup.places;
        this.cell('O', row ? this.number(row[1], places) : '–');
        this.cell('H', row ? this.number(row[2], places) : '–');
        this.cell('L', row ? this.number(row[3], places) : '–');
        this.cell('C', row ? this.number(row[4], places) : '–');
        this.cell('Vol', row ? volumeFormat.format(row[5]) : '–');
        this.make('Vol', false).root.hidden = !setup.hasVolume;
        this.state(row, held);
        const names = new Set(lines.map(nameOf));
        for (const [name, cell] of this.cells) {
            if (!cell.line || names.has(name)) continue;
            cell.root.remove();
            this.cells.delete(name);
        }
        for (const line of lines) this.cell(nameOf(line), this.number(row?.[line.at], 2), colourOf(line));
    }

    state(row, held) {
        const forming = row?.[8] === 1;
        const word = ['confirmed', 'live', 'closed, not confirmed'][row?.[8] ?? 0];
        const quality = row?.[7] ?? '';
        const cell = this.make('state', false);
        const words = row ? [word, held ? 'held' : '', quality].filter(part => part).join(' · ') : '';
        if (cell.value.textContent !== words) cell.value.textContent = words;
        cell.root.className = `legend-state ${forming ? 'forming' : ''} ${quality ? 'unusual' : ''}`;
    }

    cell(name, text, colour) {
        const cell = this.make(name, colour !== undefined);
        if (cell.value.textContent !== text) cell.value.textContent = text;
        if (colour !== undefined) cell.swatch.style.background = colour;
    }

    make(name, line) {
        if (this.cells.has(name)) return this.cells.get(name);
        const root = document.createElement('span');
        root.className = 'legend-cell';
        const swatch = document.createElement('i');
        const label = document.createElement('b');
        const value = document.createElement('span');
        value.className = name === 'state' ? '' : 'n';
        if (line) root.append(swatch);
        if (name !== 'state') {
            label.textContent = name;
            root.append(label);
        }
        root.append(value);
        this.host.append(root);
        const cell = { root, swatch, value, line };
        this.cells.set(name, cell);
        return cell;
    }
}

// The main output of a spec is known by the spec alone.
function nameOf(line) {
    return line.column.output === 'value' ? line.column.spec : line.column.name;
}

function fixed(places) {
    return new Intl.NumberFormat('en-IN', { minimumFractionDigits: places, maximumFractionDigits: places });
}
