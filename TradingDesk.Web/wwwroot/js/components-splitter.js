// A splitter (data-splitter: the property of its parent that holds the size; data-splitter-unit: px, or % of the parent;
// data-splitter-way: x or y) moves with the pointer and the keys; the desk is told when the move has ended.
const steps = { 'px': 16, '%': 2 };

function limits(bar) {
    return [Number(bar.getAttribute('aria-valuemin')), Number(bar.getAttribute('aria-valuemax'))];
}

function set(bar, size) {
    const [least, most] = limits(bar);
    const kept = Math.round(Math.min(Math.max(size, least), most));
    bar.parentElement.style.setProperty(bar.dataset.splitter, `${kept}${bar.dataset.splitterUnit}`);
    bar.setAttribute('aria-valuenow', kept);
}

function tell(bar) {
    bar.dispatchEvent(new CustomEvent('splitmoved', { bubbles: true, detail: Number(bar.getAttribute('aria-valuenow')) }));
}

addEventListener('keydown', event => {
    const bar = event.target;
    if (bar.dataset?.splitter === undefined) return;
    const [least, most] = limits(bar);
    const now = Number(bar.getAttribute('aria-valuenow'));
    const by = steps[bar.dataset.splitterUnit] * Number(bar.dataset.splitterSign);
    const next = {
        ArrowLeft: now - by, ArrowUp: now - by, ArrowRight: now + by, ArrowDown: now + by,
        Home: least, End: most
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    set(bar, next);
    tell(bar);
});

addEventListener('pointerdown', event => {
    const bar = event.target.closest?.('[data-splitter]');
    if (!bar || event.button !== 0) return;
    event.preventDefault();
    bar.focus();
    bar.setPointerCapture(event.pointerId);
    const [name, extent] = bar.dataset.splitterWay === 'x' ? ['clientX', 'clientWidth'] : ['clientY', 'clientHeight'];
    const pixel = bar.dataset.splitterUnit === '%' ? 100 / bar.parentElement[extent] : 1;
    const [from, size, way] = [event[name], Number(bar.getAttribute('aria-valuenow')), Number(bar.dataset.splitterSign)];
    const move = moved => set(bar, size + (moved[name] - from) * way * pixel);
    bar.addEventListener('pointermove', move);
    bar.addEventListener('lostpointercapture', () => {
        bar.removeEventListener('pointermove', move);
        tell(bar);
    }, { once: true });
});
