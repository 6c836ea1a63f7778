// Dialogs that the desk opens, menus that stand beside their button, and the palette's keys.
const gap = 4;

window.deskOverlays = {
    show(dialog) { if (dialog?.isConnected && !dialog.open) dialog.showModal(); },
    hide(dialog) { dialog?.close(); }
};

// A dialog gives the focus back to what had it; where that is gone, the page's heading takes it, so that a reader is not lost.
addEventListener('close', event => {
    if (event.target.tagName !== 'DIALOG') return;
    requestAnimationFrame(() => {
        if (document.activeElement !== document.body && document.activeElement?.checkVisibility()) return;
        const heading = document.querySelector('h1');
        heading?.setAttribute('tabindex', '-1');
        heading?.focus();
    });
}, true);

function place(menu, button) {
    const [at, size] = [button.getBoundingClientRect(), menu.getBoundingClientRect()];
    const fitsBelow = at.bottom + gap + size.height <= innerHeight;
    menu.style.top = `${Math.max(gap, fitsBelow ? at.bottom + gap : at.top - gap - size.height)}px`;
    menu.style.left = `${Math.max(gap, Math.min(at.left, innerWidth - size.width - gap))}px`;
}

addEventListener('toggle', event => {
    const menu = event.target;
    if (menu.dataset?.beside === undefined || event.newState !== 'open') return;
    const button = document.querySelector(`[popovertarget="${CSS.escape(menu.id)}"]`);
    if (button) place(menu, button);
    menu.querySelector('[data-stop]:not(:disabled)')?.focus();
}, true);

addEventListener('keydown', event => {
    const button = event.target;
    if (event.key !== 'ArrowDown' || button.getAttribute?.('aria-haspopup') !== 'menu') return;
    event.preventDefault();
    document.getElementById(button.getAttribute('popovertarget'))?.showPopover();
});

// A press on an option leaves the focus in the field that it belongs to.
addEventListener('mousedown', event => {
    if (event.target.closest?.('[role=listbox] [role=option]')?.closest('.combo, .palette')) event.preventDefault();
});

// The marked option of a list that is longer than its frame comes into view.
new MutationObserver(changes => {
    for (const change of changes) {
        document.getElementById(change.target.getAttribute('aria-activedescendant'))?.scrollIntoView({ block: 'nearest' });
    }
}).observe(document.documentElement, { subtree: true, attributeFilter: ['aria-activedescendant'] });
