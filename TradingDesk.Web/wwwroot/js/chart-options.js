// The chart's colours from the page's tokens, its options and its number and time formats.
export const indiaOffsetSeconds = 19800; // The library draws UTC; shifted times make its axis India's.

const daySeconds = 86400;
const wideFrom = 1e6; // An axis has no room for lakhs with decimals.
const lineTokens = ['--line-1', '--line-2', '--line-3', '--line-4', '--line-5', '--line-6', '--line-7', '--line-8'];
const short = new Intl.NumberFormat('en-IN', { notation: 'compact', maximumFractionDigits: 2 });
const formats = new Map();

export const volumeFormat = { type: 'custom', formatter: value => short.format(value), minMove: 1 };

export function readColours() {
    const style = getComputedStyle(document.documentElement);
    const token = name => style.getPropertyValue(name).trim();
    return {
        background: token('--s1'), text: token('--text-2'), text3: token('--text-3'), grid: token('--grid'), border: token('--line'),
        accent: token('--accent'), warn: token('--warn'), up: token('--up'), down: token('--down'),
        upFaint: token('--up-faint'), downFaint: token('--down-faint'),
        sessionBreak: token('--session-break'), lines: lineTokens.map(token)
    };
}

export function chartOptions(colours, setup) {
    return {
        autoSize: true,
        layout: {
            background: { color: colours.background }, textColor: colours.text, fontSize: 11, attributionLogo: false,
            fontFamily: 'Inter, system-ui, sans-serif', panes: { separatorColor: colours.border, enableResize: true }
        },
        grid: { vertLines: { color: colours.grid }, horzLines: { color: colours.grid } },
        rightPriceScale: { borderColor: colours.border, minimumWidth: 74 },
        timeScale: {
            borderColor: colours.border, timeVisible: setup.candleSeconds < daySeconds, secondsVisible: setup.candleSeconds < 60,
            rightOffset: 6, minBarSpacing: 1
        },
        crosshair: { mode: 0 },
        handleScroll: { vertTouchDrag: false }, // A finger moving up or down scrolls the page.
        localization: { locale: 'en-IN', timeFormatter: time => indiaTime(time, setup.candleSeconds) }
    };
}

export function candleOptions(colours, setup) {
    return {
        upColor: colours.up, downColor: colours.down, wickUpColor: colours.up, wickDownColor: colours.down, borderVisible: false,
        // The library's label follows the newest candle in view; ours is the newest of all.
        lastValueVisible: false, priceLineVisible: false,
        priceFormat: { type: 'custom', formatter: value => fixed(value, setup.places), minMove: setup.places === 4 ? 0.0025 : 0.01 }
    };
}

export function valueFormat(places) {
    return { type: 'custom', formatter: value => valueText(value, places), minMove: 10 ** -places };
}

// An indicator's value as the legend and its axis write it; a dash where there is none.
export function valueText(value, places) {
    if (value === null || value === undefined || !Number.isFinite(value)) return '–';
    if (Math.abs(value) >= wideFrom) return value < 0 ? `\u2212${short.format(-value)}` : short.format(value);
    return fixed(value, places);
}

// Never a minus before nothing but zeros.
export function fixed(value, places) {
    if (!formats.has(places)) {
        formats.set(places, new Intl.NumberFormat('en-IN', { minimumFractionDigits: places, maximumFractionDigits: places }));
    }
    const text = formats.get(places).format(Math.abs(value));
    return value < 0 && /[1-9]/.test(text) ? `\u2212${text}` : text;
}

const dayFormat = new Intl.DateTimeFormat('en-IN', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

// A line one pixel wide at a height.
export function crisp(at) {
    return Math.round(at) + 0.5;
}

// The day in India of a second since 1970.
export function indiaDay(second) {
    return dayFormat.format((second + indiaOffsetSeconds) * 1000);
}

function indiaTime(time, candleSeconds) {
    const iso = new Date(time * 1000).toISOString();
    if (candleSeconds >= daySeconds) return iso.slice(0, 10);
    return `${iso.slice(0, 10)} ${iso.slice(11, candleSeconds < 60 ? 19 : 16)} IST`;
}
