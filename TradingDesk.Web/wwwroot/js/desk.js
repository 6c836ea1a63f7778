// The browser's own part of the desk: its look, its keys, and the watchdog that greys it when no word comes. Runs before Blazor.
(() => {
    const silentMilliseconds = 4600; // Seen by the person within 5 s, the watch's own step included.
    const root = document.documentElement;
    let lastBeat = performance.now();

    window.desk = {
        beat() {
            lastBeat = performance.now();
            if (firstUnheard !== null) [lastPress, firstUnheard] = [firstUnheard, null];
            judge();
        },
        showSettings() { markSettings(document); },
        reveal,
        isFresh(milliseconds) { return performance.now() - (firstUnheard ?? lastPress) < milliseconds; }
    };

    // The row of the watchlist comes into view; one that is so far away that it was not rendered, by its share of the list.
    function reveal(id, share) {
        const row = document.getElementById(id);
        if (row) return row.scrollIntoView({ block: 'nearest' });
        const list = document.querySelector('.watch .rows');
        const frame = list.scrollHeight > list.clientHeight + 1 ? list : document.scrollingElement;
        frame.scrollTop = list.scrollHeight * share + (frame === list ? 0 : list.offsetTop);
    }

    // -- how old a press is that the desk hears of: of all since the last beat the first counts, for any of them may have lain in a
    // frozen connection, and a later click must not make it young
    let lastPress = -Infinity;
    let firstUnheard = null;
    for (const kind of ['click', 'submit']) addEventListener(kind, event => {
        if (event.isTrusted && root.dataset.beat !== 'lost') firstUnheard ??= performance.now();
    }, true);

    // -- the look: data-theme, data-palette, data-density and data-keys on <html>
    // A signed-in person's choices are in the page's first byte; the browser's own memory serves the door and what was never chosen.
    const settings = { theme: 'dark', palette: 'standard', density: 'compact', keys: 'on' };
    for (const name of Object.keys(settings)) root.dataset[name] ??= recall(name) ?? settings[name];

    function keep(name, value) {
        root.dataset.kept = 'saving';
        fetch(`/preferences/${name}`, { method: 'POST', body: value })
            .then(answer => { root.dataset.kept = answer.ok ? 'saved' : 'refused'; })
            .catch(() => { root.dataset.kept = 'lost'; });
    }

    function recall(name) {
        try { return localStorage.getItem(`desk.${name}`); } catch { return null; }
    }

    addEventListener('change', event => {
        const name = event.target.dataset?.setting;
        if (!name) return;
        root.dataset[name] = event.target.value;
        try { localStorage.setItem(`desk.${name}`, event.target.value); } catch { /* A private window forgets it. */ }
        keep(name, event.target.value);
        markSettings(document); // The same setting may stand on the page and in the popover.
    });

    function markSettings(where) {
        for (const input of where.querySelectorAll?.('[data-setting]') ?? []) {
            input.checked = root.dataset[input.dataset.setting] === input.value;
        }
    }

    addEventListener('toggle', event => markSettings(event.target), true);

    // -- the watchdog: only beats that came through the circuit count
    function judge() {
        const silent = performance.now() - lastBeat > silentMilliseconds;
        const banner = document.getElementById('desk-watchdog');
        const desk = document.querySelector('.desk');
        if (desk) desk.inert = silent;
        // An open dialog stands outside what its page forbids: it must be told itself.
        for (const dialog of document.querySelectorAll('dialog')) dialog.inert = silent;
        root.dataset.beat = silent ? 'lost' : 'heard';
        if (banner) banner.hidden = !silent;
    }
    setInterval(judge, 200);

    // -- somebody is there: told outside the circuit, at most every 20 s, for prices that arrive must not keep a session alive
    const toldEveryMilliseconds = 20000;
    let toldAt = -Infinity;
    for (const kind of ['pointerdown', 'keydown']) addEventListener(kind, event => {
        if (!event.isTrusted || performance.now() - toldAt < toldEveryMilliseconds || !document.querySelector('.desk')) return;
        toldAt = performance.now();
        fetch('/session/active', { method: 'POST' }).catch(() => { /* The watchdog says what is lost. */ });
    }, true);
    addEventListener('click', async event => {
        if (!event.target.closest?.('[data-signs-out]')) return;
        await fetch('/sign-out', { method: 'POST' }).catch(() => { /* The door says whether the session is over. */ });
        location.assign('/sign-in');
    });

    // -- dialogs: the browser opens and closes them, however slow the line is
    function openDialog(id) {
        const dialog = document.getElementById(id);
        if (dialog && !dialog.open) dialog.showModal();
    }
    addEventListener('click', event => {
        const opener = event.target.closest?.('[data-opens]');
        if (opener) openDialog(opener.dataset.opens);
        if (event.target.closest?.('[data-closes]')) event.target.closest('dialog')?.close();
    });

    // -- Shift+K twice opens the kill switch; any other key between is no second press
    const twiceMilliseconds = 1500;
    let shiftKAt = -Infinity;
    function hearKill(event) {
        if (event.key === 'Shift') return;
        const isShiftK = event.code === 'KeyK' && event.shiftKey;
        const isTwice = isShiftK && performance.now() - shiftKAt < twiceMilliseconds;
        shiftKAt = isShiftK && !isTwice ? performance.now() : -Infinity;
        if (!isTwice) return;
        event.preventDefault();
        openDialog('kill-dialog');
    }

    // -- keys: only when no field has the focus
    addEventListener('keydown', event => {
        const palette = document.querySelector('dialog[data-palette]');
        const typing = event.target.closest?.('input, textarea, select, [contenteditable]');
        const asked = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
        const free = !typing && !event.ctrlKey && !event.altKey && !event.metaKey;
        const find = asked || (free && root.dataset.keys === 'on' && event.key === '/');
        // The list's own search is nearer than the palette; where there is none both keys open the palette.
        const search = asked && palette ? null : document.querySelector('[data-search]');
        if (find && palette && !search && !document.querySelector('dialog[open]')) {
            event.preventDefault();
            openDialog(palette.id);
        }
        if (find && search) {
            event.preventDefault();
            search.focus();
            search.select();
        }
        const plain = free && !event.repeat;
        if (plain && root.dataset.keys === 'on') hearKill(event);
        if (plain && root.dataset.keys === 'on' && event.key === '?' && !document.querySelector('dialog[open]')) openDialog('keys-help');
        if (plain && root.dataset.keys === 'on' && goes(event)) return;
        if (plain && root.dataset.keys === 'on' && root.dataset.beat !== 'lost' && !steps(event)) {
            const button = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]:not(:disabled)`);
            if (button) event.preventDefault(); // The letter is the key's, not the field's that takes the focus.
            if (button) unfold(button.closest('.panel')?.querySelector('[data-folds]')?.dataset.folds);
            button?.click();
        }
        const moves = event.key === 'ArrowUp' || event.key === 'ArrowDown' || event.key === 'Home' || event.key === 'End';
        if (moves && event.target.closest?.('[role=listbox]')) event.preventDefault(); // The list moves its choice, not the page.
    });

    // -- X steps to the exit of the focused or the first row, C to its cancel, D to the depth. A letter trades nothing: Enter presses.
    const steppedTo = {
        x: 'button[aria-label^="Exit "]:not(:disabled)',
        c: 'button[aria-label^="Cancel order "]:not(:disabled)',
        d: '.depth .level',
    };
    function steps(event) {
        const wanted = Object.hasOwn(steppedTo, event.key) && !document.querySelector('dialog[open]') ? steppedTo[event.key] : null;
        const target = wanted && (event.target.closest?.('tr')?.querySelector(wanted) ?? document.querySelector(wanted));
        if (!target) return false;
        event.preventDefault();
        if (event.key === 'd') unfold('side');
        target.focus();
        return true;
    }

    // -- G and a letter goes to a page
    const togetherMilliseconds = 1500;
    let gAt = -Infinity;
    function goes(event) {
        const isSecond = performance.now() - gAt < togetherMilliseconds;
        gAt = event.key === 'g' ? performance.now() : -Infinity;
        const link = isSecond ? document.querySelector(`[data-go="${CSS.escape(event.key.toLowerCase())}"]`) : null;
        link?.click();
        return link !== null && link !== undefined;
    }

    // -- panels that fold; which are folded is the person's own and is in the page's first byte
    const folded = () => new Set((root.dataset.folded ?? '').split(' ').filter(one => one));

    function fold(name, isFolded) {
        const all = folded();
        if (isFolded) all.add(name);
        else all.delete(name);
        root.dataset.folded = [...all].join(' ');
        keep(`fold-${name}`, isFolded ? 'yes' : '');
    }

    // A key whose button lies in a folded panel opens it: nobody writes an order into what cannot be seen.
    function unfold(name) {
        if (folded().has(name)) fold(name, false);
    }

    addEventListener('click', event => {
        const name = event.target.closest?.('[data-folds]')?.dataset.folds;
        if (name) fold(name, !folded().has(name));
    });

    // -- after a drop: Blazor sets classes on the dialog; a refused circuit (the desk was restarted) needs a fresh page
    addEventListener('DOMContentLoaded', () => {
        const dialog = document.getElementById('components-reconnect-modal');
        if (!dialog) return;
        new MutationObserver(() => {
            if (dialog.classList.contains('components-reconnect-rejected')) location.reload();
            if (dialog.classList.contains('components-reconnect-failed')) reloadWhenBack();
        }).observe(dialog, { attributes: true, attributeFilter: ['class'] });
    });

    let waiting = false;
    async function reloadWhenBack() {
        if (waiting) return;
        waiting = true;
        for (;;) {
            try {
                if ((await fetch(location.href, { cache: 'no-store' })).ok) return location.reload();
            } catch { /* Not back yet. */ }
            await new Promise(later => setTimeout(later, 1000));
        }
    }
})();
