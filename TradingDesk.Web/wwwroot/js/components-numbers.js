// A number field (data-number: its places) is grouped while it has no focus and stepped by keys. Whether what is typed is a number is
// judged by the desk; here only what is plainly one is written another way. Counted in ten-thousandths: sums of fractions are not exact.
const placesMost = 4;
const unit = 10n ** BigInt(placesMost);
const keys = { ArrowUp: ['numberStep', 1], ArrowDown: ['numberStep', -1], PageUp: ['numberPage', 1], PageDown: ['numberPage', -1] };
const fullWidth = /[\uff0b-\uff19]/g;
const number = /^([-+]?)(\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})*,\d{3}|\d{1,15})(\.\d{1,4})?$/;

// The text without its clothes - spaces around, the field's own unit, commas where numbers have them, a true minus, full-width digits -
// or null where that is no number.
function plain(text, mark) {
    const narrow = text.replace(fullWidth, wide => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).replace('\u2212', '-').trim();
    const bare = mark === '₹' ? narrow.replace(/^([-+]?)\s*₹\s*/, '$1') : mark === '%' ? narrow.replace(/\s*%$/, '') : narrow;
    const match = number.exec(bare);
    return match && `${match[1] === '-' ? '-' : ''}${match[2].replaceAll(',', '')}${match[3] ?? ''}`;
}

function valueOf(field) {
    return plain(field.value, field.parentElement.dataset.unit);
}

function toCount(text) {
    const [whole, fraction = ''] = text.replace('-', '').split('.');
    const count = BigInt(whole) * unit + BigInt(fraction.padEnd(placesMost, '0'));
    return text.startsWith('-') ? -count : count;
}

function toText(count, places) {
    const size = count < 0n ? -count : count;
    const fraction = (size % unit).toString().padStart(placesMost, '0').replace(/0+$/, '').padEnd(places, '0');
    return `${count < 0n ? '-' : ''}${size / unit}${fraction && `.${fraction}`}`;
}

function grouped(text, places) {
    const [whole, fraction = ''] = text.replace('-', '').split('.');
    const end = fraction.padEnd(Math.min(places, 2), '0');
    const sign = text.startsWith('-') && /[1-9]/.test(text) ? '\u2212' : '';
    return `${sign}${whole.replace(/^0+(?=\d)/, '').replace(/(\d)(?=(\d\d)+\d$)/g, '$1,')}${end && `.${end}`}`;
}

// So many steps up or down; the first one brings a number that stands between two steps onto the nearer.
function stepped(field, text, steps) {
    const [step, at] = [toCount(field.dataset.numberStep), toCount(text)];
    const rest = ((at % step) + step) % step;
    const next = at - rest + (steps < 0n && rest !== 0n ? steps + 1n : steps) * step;
    const { numberLeast: least, numberMost: most } = field.dataset;
    if (least && next < toCount(least)) return toCount(least);
    return most && next > toCount(most) ? toCount(most) : next;
}

addEventListener('keydown', event => {
    const field = event.target;
    const [name, way] = keys[event.key] ?? [];
    if (!name || !field.dataset?.numberStep || field.readOnly || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const text = field.value.trim() === '' ? plain(field.placeholder) ?? '0' : valueOf(field);
    if (text === null) return;
    const steps = BigInt(way) * toCount(field.dataset[name]) / toCount(field.dataset.numberStep);
    field.value = toText(stepped(field, text, steps), (field.dataset.numberStep.split('.')[1] ?? '').length);
    field.dispatchEvent(new Event('input', { bubbles: true }));
});

addEventListener('focusin', event => {
    const field = event.target;
    if (field.dataset?.number === undefined || field.readOnly) return;
    field.value = valueOf(field) ?? field.value;
    field.select();
});

// What is no number stays as it was typed, beside the sentence that says why.
addEventListener('focusout', event => {
    const field = event.target;
    const text = field.dataset?.number !== undefined ? valueOf(field) : null;
    if (text !== null) field.value = grouped(text, Number(field.dataset.number));
});
