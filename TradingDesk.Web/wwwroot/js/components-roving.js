// Lists of stops (data-rove: row or column) of which one is in the tab order: arrow keys, Home, End and letters move the focus.
const ways = { row: { ArrowLeft: -1, ArrowRight: 1 }, column: { ArrowUp: -1, ArrowDown: 1, PageUp: -10, PageDown: 10 } };
const waitMilliseconds = 5000;
const standsMilliseconds = 300;
const stillMilliseconds = 500;

function stopsOf(list) {
    return [...list.querySelectorAll('[data-stop]:not(:disabled)')].filter(stop => stop.closest('[data-rove]') === list);
}

function target(list, stops, at, event) {
    if (event.key === 'Home') return stops[0];
    if (event.key === 'End') return stops.at(-1);
    const way = ways[list.dataset.rove]?.[event.key];
    if (way === undefined) return byLetter(list, stops, at, event.key);
    const next = at + way;
    // A short list is a ring; a long one, of which only a part may be drawn, ends at its ends.
    if (Math.abs(way) === 1 && list.dataset.roveRing !== undefined) return stops.at(next % stops.length);
    return stops[Math.min(Math.max(next, 0), stops.length - 1)];
}

function byLetter(list, stops, at, key) {
    if (list.dataset.roveLetters === undefined || key.length !== 1 || key === ' ') return undefined;
    const turned = [...stops.slice(at + 1), ...stops.slice(0, at + 1)];
    return turned.find(stop => stop.textContent.trim().toLowerCase().startsWith(key.toLowerCase()));
}

function goTo(list, stop) {
    stop.focus();
    if (list.dataset.rovePicks !== undefined) stop.click();
}

// Rows beyond the drawn ones come when the list is scrolled to its end. Once drawn rows are measured, the list may draw others in their
// stead: the end is held until it stands, or until the person has gone elsewhere.
function goToEnd(list, isLast, from) {
    const frame = list.closest('[data-rove-frame]');
    const until = performance.now() + waitMilliseconds;
    let reached = null;
    let since = 0;
    let moved = performance.now();
    const step = now => {
        const at = document.activeElement;
        if (at !== document.body && at !== from && at !== reached) return;
        const stops = stopsOf(list);
        const stop = isLast ? stops.at(-1) : stops[0];
        const isThere = stop?.getAttribute('aria-rowindex') === (isLast ? list.dataset.roveLast : list.dataset.roveFirst);
        const isStill = !isThere && now - moved > stillMilliseconds;
        if (isStill) moved = now; // What stays in view is not looked at again: out of the end and back into it.
        const end = isLast ? frame?.scrollHeight : 0;
        frame?.scrollTo({ top: isStill ? end + (isLast ? -2 : 2) * frame.clientHeight : end });
        if (isThere && at !== stop) {
            [reached, since] = [stop, now];
            stop.focus();
        }
        if (isThere && now - since > standsMilliseconds) return;
        if (now < until) requestAnimationFrame(step);
        else stop?.focus();
    };
    step(performance.now());
}

addEventListener('keydown', event => {
    const stop = event.target;
    if (stop.dataset?.stop === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const list = stop.closest('[data-rove]');
    if (!list) return;
    if (event.key === 'Enter' && list.dataset.roveOpens !== undefined) {
        event.preventDefault();
        return stop.dispatchEvent(new CustomEvent('rowopened', { bubbles: true }));
    }
    if (list.dataset.roveLast && (event.key === 'Home' || event.key === 'End')) {
        event.preventDefault();
        return goToEnd(list, event.key === 'End', stop);
    }
    const stops = stopsOf(list);
    const next = target(list, stops, stops.indexOf(stop), event);
    if (!next) return;
    event.preventDefault();
    goTo(list, next);
});

addEventListener('focusin', event => {
    const list = event.target.dataset?.stop !== undefined && event.target.closest('[data-rove]');
    if (!list) return;
    for (const stop of stopsOf(list)) stop.tabIndex = stop === event.target ? 0 : -1;
});

// Where the focus leaves rows that may go at any time, the first is in the tab order again: the one left may not be there tomorrow.
addEventListener('focusout', event => {
    const list = event.target.closest?.('[data-rove-attends]');
    if (!list || list.contains(event.relatedTarget)) return;
    stopsOf(list).forEach((stop, at) => { stop.tabIndex = at === 0 ? 0 : -1; });
});

// -- whether a person is at a table's rows, with the pointer or the focus (data-rove-attends): told when it changes
const attention = new WeakMap();
function attend(event, name, isThere) {
    const list = event.target.closest?.('[data-rove-attends]');
    if (!list || (!isThere && list.contains(event.relatedTarget))) return;
    const now = attention.get(list) ?? { pointed: false, focused: false };
    const before = now.pointed || now.focused;
    now[name] = isThere;
    attention.set(list, now);
    const after = now.pointed || now.focused;
    if (before !== after) list.dispatchEvent(new CustomEvent('attended', { bubbles: true, detail: after }));
}
addEventListener('pointerover', event => attend(event, 'pointed', true));
addEventListener('pointerout', event => attend(event, 'pointed', false));
addEventListener('focusin', event => attend(event, 'focused', true));
addEventListener('focusout', event => attend(event, 'focused', false));

// A row opens by a press on it too, but not by one on a button inside.
addEventListener('click', event => {
    const row = event.target.closest?.('[data-rove-opens] [data-stop]');
    if (!row || event.target.closest('a, button, input, label, select')) return;
    row.dispatchEvent(new CustomEvent('rowopened', { bubbles: true }));
});

// Keys that a component acts upon and the browser must not (data-holds).
addEventListener('keydown', event => {
    if (event.target.dataset?.holds?.split(' ').includes(event.key)) event.preventDefault();
});
