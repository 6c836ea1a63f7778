// An account's lines on the candles: what is held, and what its open orders wait for. A line whose order can be changed has a tag that is
// dragged, or moved by the arrow keys; letting go only asks, and until the desk is told otherwise the order is where it was.
import { fixed, crisp } from './chart-options.js';

const tagHeight = 24;
const tagGap = 2;
const labelHeight = 17;
const footHeight = 28; // The trades' chip stands there.
const nearShare = 0.6; // Of the candles' height in view.
const bigStep = 10; // Ticks of Page up and Page down.
const kinds = { position: [], order: [6, 4], trigger: [2, 3], stop: [2, 3], target: [8, 3] };

export class MoneyLines {
    // Actions: asked(id, price), dropped(), and held(is) while a hand is on a line.
    constructor(host, actions) {
        this.host = host;
        this.actions = actions;
        this.lines = new Map();
        this.views = [{ zOrder: () => 'top', renderer: () => ({ draw: target => this.draw(target) }) }];
        this.hearEscape = event => {
            if (event.key === 'Escape' && [...this.lines.values()].some(line => line.asked)) actions.dropped();
        };
        addEventListener('keydown', this.hearEscape);
    }

    // All lines in order by their ids, and the rows of those that changed: [id, kind, price, text, tone, tick or 0].
    set(title, ids, rows) {
        this.title = title;
        for (const [id, kind, price, text, tone, tick] of rows) {
            const line = this.lines.get(id) ?? this.make(id);
            Object.assign(line, { kind, price, text, tone, tick });
            this.dress(line);
        }
        for (const [id, line] of this.lines) {
            if (ids.includes(id)) continue;
            line.tag.remove();
            this.lines.delete(id);
        }
        this.host.dataset.lines = String(ids.length);
        this.requestUpdate?.();
    }

    // The chart shows these rows now: another one's lines are not drawn on it.
    begin(setup, rows, colours) {
        this.setup = setup;
        this.rows = rows;
        this.colours = colours;
        for (const line of this.lines.values()) this.dress(line);
        this.requestUpdate?.();
    }

    // The line stands where its order is.
    putBack(id, takesFocus) {
        const line = this.lines.get(id);
        if (!line) return;
        [line.wanted, line.asked] = [null, false];
        this.dress(line);
        this.requestUpdate?.();
        if (takesFocus) line.tag.focus();
    }

    // The person typed another price while being asked.
    moveTo(id, price) {
        const line = this.lines.get(id);
        if (line) this.want(line, price, true);
    }

    dispose() {
        removeEventListener('keydown', this.hearEscape);
        this.host.replaceChildren();
        this.lines.clear();
    }

    attached({ series, requestUpdate }) {
        this.series = series;
        this.requestUpdate = requestUpdate;
    }

    detached() {
        this.requestUpdate = null;
    }

    paneViews() {
        return this.views;
    }

    priceAxisViews() {
        return this.shown().map(line => ({
            coordinate: () => this.series.priceToCoordinate(priceOf(line)) ?? -100,
            text: () => fixed(priceOf(line), this.setup.places),
            visible: () => this.hasRoom(line),
            textColor: () => this.colours.background,
            backColor: () => this.colourOf(line)
        }));
    }

    // The last price's label is never covered, and of two labels on each other the line's that comes first is read.
    hasRoom(line) {
        const last = this.rows.at(-1)?.[4];
        const shown = this.shown();
        const before = shown.slice(0, shown.indexOf(line)).map(priceOf);
        const at = this.series.priceToCoordinate(priceOf(line));
        return line.wanted !== null || [last, ...before].every(price => Math.abs(this.series.priceToCoordinate(price) - at) > labelHeight);
    }

    // Lines not far from the candles in view come into it; where a hand holds one changes nothing.
    autoscaleInfo(from, to) {
        if (!this.rows) return null;
        const seen = this.rows.slice(Math.max(0, Math.floor(from)), Math.ceil(to) + 1);
        const [high, low] = [Math.max(...seen.map(row => row[2])), Math.min(...seen.map(row => row[3]))];
        const reach = (high - low) * nearShare;
        const prices = this.shown().map(line => line.price).filter(price => price < high + reach && price > low - reach);
        return prices.length > 0 ? { priceRange: { minValue: Math.min(...prices), maxValue: Math.max(...prices) } } : null;
    }

    make(id) {
        const tag = document.createElement('div');
        tag.className = 'line-tag';
        const line = { id, tag, wanted: null, asked: false };
        tag.addEventListener('pointerdown', event => this.take(line, event));
        tag.addEventListener('keydown', event => this.hear(line, event));
        tag.addEventListener('blur', () => { if (!line.asked && !line.drag) this.putBack(id, false); });
        this.lines.set(id, line);
        this.host.append(tag);
        return line;
    }

    dress(line) {
        const { tag, tick } = line;
        const places = this.setup?.places ?? 2;
        const price = fixed(line.price, places);
        tag.dataset.line = line.id;
        tag.dataset.kind = line.kind;
        tag.dataset.tone = line.tone;
        tag.dataset.moved = String(line.wanted !== null);
        const moved = line.wanted === null ? '' : ` → ${fixed(line.wanted, places)}`;
        tag.textContent = `${line.text} ${price}${moved}`;
        if (tick > 0) {
            tag.role = 'slider';
            tag.tabIndex = 0;
            tag.ariaLabel = `${line.text}: arrow keys move it by a tick, Enter asks, Escape puts it back`;
            tag.ariaValueNow = String(priceOf(line));
            tag.ariaValueMin = String(tick);
            tag.ariaValueMax = String(Math.max(line.price * 2, priceOf(line)));
            tag.ariaValueText = `${price}${moved}`;
            tag.ariaOrientation = 'vertical';
        } else {
            tag.tabIndex = -1; // It keeps the focus while its order changes.
            for (const name of ['role', ...tag.getAttributeNames().filter(one => one.startsWith('aria-'))]) {
                tag.removeAttribute(name);
            }
        }
    }

    take(line, event) {
        if (event.button !== 0 || !(line.tick > 0) || line.asked) return;
        event.preventDefault();
        line.tag.focus({ preventScroll: true });
        line.tag.setPointerCapture(event.pointerId);
        const grabbed = event.clientY - (this.series.priceToCoordinate(line.price) ?? event.clientY);
        line.drag = new AbortController();
        this.actions.held(true);
        const on = (name, act) => line.tag.addEventListener(name, act, { signal: line.drag.signal });
        on('pointermove', move => {
            const price = this.series.coordinateToPrice(move.clientY - grabbed);
            if (price !== null) this.want(line, price, false);
        });
        on('pointerup', () => this.letGo(line, true));
        on('pointercancel', () => this.letGo(line, false));
    }

    letGo(line, asks) {
        line.drag?.abort();
        line.drag = null;
        this.actions.held(false);
        if (asks) this.ask(line);
        else this.putBack(line.id, false);
    }

    hear(line, event) {
        if (!(line.tick > 0) || line.asked || event.ctrlKey || event.altKey || event.metaKey) return;
        const steps = { ArrowUp: 1, ArrowDown: -1, PageUp: bigStep, PageDown: -bigStep }[event.key];
        if (steps) this.want(line, priceOf(line) + steps * line.tick, false);
        else if ((event.key === 'Enter' || event.key === ' ') && !event.repeat) this.ask(line);
        else if (event.key === 'Escape' && line.drag) this.letGo(line, false);
        else if (event.key === 'Escape') this.putBack(line.id, false);
        else return;
        event.preventDefault();
    }

    // Counted in ten-thousandths of a rupee, for sums of fractions are not exact.
    want(line, price, isTyped) {
        const tick = Math.round(line.tick * 10000);
        const scaled = isTyped ? Math.round(price * 10000) : Math.max(tick, Math.round(price * 10000 / tick) * tick);
        line.wanted = scaled === Math.round(line.price * 10000) ? null : scaled / 10000;
        this.dress(line);
        this.requestUpdate?.();
    }

    ask(line) {
        line.asked = true;
        this.actions.asked(line.id, priceOf(line));
    }

    shown() {
        return this.setup && this.setup.title === this.title ? [...this.lines.values()] : [];
    }

    colourOf(line) {
        return this.colours[line.tone] ?? this.colours.text;
    }

    draw(target) {
        const shown = this.shown();
        target.useMediaCoordinateSpace(({ context, mediaSize }) => {
            context.lineWidth = 1;
            for (const line of shown) {
                if (line.wanted !== null) this.stroke(context, mediaSize, line, line.price, 0.35);
                this.stroke(context, mediaSize, line, priceOf(line), 1);
            }
            this.place(shown, mediaSize);
        });
        for (const line of this.lines.values()) line.tag.hidden = !shown.includes(line);
    }

    stroke(context, { width }, line, price, alpha) {
        const at = this.series.priceToCoordinate(price);
        if (at === null) return;
        context.globalAlpha = alpha;
        context.strokeStyle = this.colourOf(line);
        context.setLineDash(kinds[line.kind] ?? []);
        context.beginPath();
        context.moveTo(0, crisp(at));
        context.lineTo(width, crisp(at));
        context.stroke();
        context.setLineDash([]);
        context.globalAlpha = 1;
    }

    // Tags stand at their lines and never on each other; one whose price is out of sight waits at the edge with an arrow.
    place(shown, { height: whole }) {
        const height = whole - footHeight;
        const placed = shown.map(line => ({ line, at: this.series.priceToCoordinate(priceOf(line)) }))
            .filter(({ at }) => at !== null).sort((one, other) => one.at - other.at);
        let least = 1;
        placed.forEach(({ line, at }, index) => {
            const most = height - (placed.length - index) * (tagHeight + tagGap);
            const top = Math.max(least, Math.min(at - tagHeight / 2, Math.max(most, least)));
            least = top + tagHeight + tagGap;
            line.tag.dataset.beyond = at < 0 ? 'above' : at > whole ? 'below' : '';
            line.tag.style.transform = `translateY(${Math.round(top)}px)`;
        });
    }
}

function priceOf(line) {
    return line.wanted ?? line.price;
}
