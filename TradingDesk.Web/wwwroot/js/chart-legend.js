// The strip above the chart: the pointed or newest candle in words and numbers, and each indicator in its lines' colours, with what a
// person can do with it.
import { fixed, indiaDay, valueText } from './chart-options.js';

const volumeFormat = new Intl.NumberFormat('en-IN');
const narrow = matchMedia('(max-width: 900px)');
const doing = { drawn: 'Hide', hidden: 'Show', folded: 'Unfold' };

export class Legend {
    // Actions: toggle(group), and where the list can be changed edit(spec), remove(spec) and the id of the popover they are asked in.
    constructor(host, actions) {
        this.host = host;
        this.actions = actions;
        this.cells = new Map();
        this.groups = new Map();
        this.summary = element('span', 'legend-summary dim');
        // Where a finger has no room for the tools the whole legend leads to the popover that has them.
        host.addEventListener('click', event => {
            if (actions.popover && narrow.matches && !event.target.closest('button')) openerOf(actions.popover)?.click();
        });
    }

    // Which indicators there are and how they stand; a group that stays keeps its element and with it the focus.
    arrange(groups) {
        const specs = new Set(groups.map(group => group.spec));
        for (const [spec, shown] of this.groups) {
            if (specs.has(spec)) continue;
            shown.root.remove();
            this.groups.delete(spec);
        }
        for (const group of groups) this.host.append(this.stand(group).root);
        const count = standing => groups.filter(group => group.standing === standing).length;
        const parts = [[count('hidden'), 'hidden'], [count('folded'), 'folded for want of room']].filter(([number]) => number > 0);
        this.summary.textContent = parts.map(([number, word]) => `${number} ${word}`).join(' · ');
        if (parts.length > 0) this.host.append(this.summary);
        else this.summary.remove();
    }

    // Another instrument's numbers need other room.
    begin() {
        for (const shown of this.groups.values()) {
            for (const output of shown.lines) {
                output.length = 0;
                output.value.style.minWidth = '';
            }
        }
    }

    // Seen: how many closed candles the newest values have behind them.
    write(row, setup, groups, lines, held, seen) {
        const price = at => row ? fixed(row[at], setup.places) : '–';
        ['O', 'H', 'L', 'C'].forEach((name, index) => { this.cell(name, price(index + 1)); });
        this.cell('Vol', row ? volumeFormat.format(row[5]) : '–');
        this.make('Vol').root.hidden = !setup.hasVolume;
        this.state(row, held);
        for (const group of groups) this.values(group, row, setup.places, lines, seen);
    }

    state(row, held) {
        const forming = row?.[8] === 1;
        const word = ['confirmed', 'live', 'closed, not confirmed'][row?.[8] ?? 0];
        const quality = row?.[7] ?? '';
        const cell = this.make('state');
        tell(cell.value, row ? [word, held ? 'held' : '', dayUnlessToday(row[0]), quality].filter(part => part).join(' · ') : '');
        cell.root.className = `legend-state ${forming ? 'forming' : ''} ${quality ? 'unusual' : ''}`;
    }

    values(group, row, places, lines, seen) {
        const shown = this.groups.get(group.spec);
        if (!shown) return;
        const warming = seen !== null && seen < group.warmUp && group.lines.every(line => (row?.[line.at] ?? null) === null);
        tell(shown.progress, warming ? `${seen} of ${group.warmUp}` : '');
        shown.outputs.hidden = warming;
        group.lines.forEach((line, index) => {
            const output = shown.lines[index];
            output.swatch.style.background = lines.colourOf(line, row);
            tell(output.value, valueText(row?.[line.at], places));
            // A number that once needed more room keeps it, so that its neighbours stand still.
            if (output.value.textContent.length <= output.length) return;
            output.length = output.value.textContent.length;
            output.value.style.minWidth = `${output.length * 0.54}em`;
        });
    }

    stand(group) {
        if (!this.groups.has(group.spec)) this.groups.set(group.spec, this.makeGroup(group));
        const shown = this.groups.get(group.spec);
        shown.group = group;
        shown.root.dataset.standing = group.standing;
        tell(shown.toggle, doing[group.standing]);
        shown.toggle.ariaLabel = `${doing[group.standing]} ${group.spec}`;
        return shown;
    }

    makeGroup(group) {
        const root = element('span', 'legend-group');
        root.role = 'group';
        root.ariaLabel = group.spec;
        const name = element('b');
        name.textContent = group.spec;
        const progress = element('span', 'legend-progress');
        const outputs = element('span', 'legend-outputs');
        const lines = group.lines.map((line, index) => {
            const swatch = element('i');
            const value = element('span', 'n');
            value.title = line.column.output === 'value' ? '' : line.column.output;
            const output = element('span', 'legend-output');
            if (index > 0) output.append('/');
            if (index === 0 || !group.band) output.append(swatch);
            output.append(value);
            outputs.append(output);
            return { swatch, value, length: 0 };
        });
        const toggle = button(() => this.actions.toggle(this.groups.get(group.spec).group));
        root.append(name, outputs, progress, this.makeTools(group.spec, toggle));
        return { root, progress, outputs, lines, toggle, group };
    }

    makeTools(spec, toggle) {
        const tools = element('span', 'legend-tools');
        tools.append(toggle);
        if (!this.actions.popover) return tools;
        for (const [word, act] of [['Edit', this.actions.edit], ['Remove', this.actions.remove]]) {
            const tool = button(() => act(spec));
            tool.textContent = word;
            tool.ariaLabel = `${word} ${spec}`;
            tool.setAttribute('popovertarget', this.actions.popover);
            tool.setAttribute('popovertargetaction', 'show');
            tools.append(tool);
        }
        return tools;
    }

    cell(name, text) {
        tell(this.make(name).value, text);
    }

    make(name) {
        if (this.cells.has(name)) return this.cells.get(name);
        const root = element('span', 'legend-cell');
        const value = element('span', name === 'state' ? '' : 'n');
        if (name !== 'state') {
            const label = element('b');
            label.textContent = name;
            root.append(label);
        }
        root.append(value);
        this.host.append(root);
        const cell = { root, value };
        this.cells.set(name, cell);
        return cell;
    }
}

function element(kind, css = '') {
    const made = document.createElement(kind);
    made.className = css;
    return made;
}

function button(act) {
    const made = element('button', 'legend-tool');
    made.type = 'button';
    made.addEventListener('click', act);
    return made;
}

function openerOf(popover) {
    return [...document.querySelectorAll(`[popovertarget="${popover}"]:not(.legend-tool)`)].find(opener => opener.checkVisibility());
}

// A candle of another day says so: its numbers are not of now.
function dayUnlessToday(second) {
    const day = indiaDay(second);
    return day === indiaDay(Date.now() / 1000) ? '' : day;
}

function tell(where, text) {
    if (where.textContent !== text) where.textContent = text;
}
