// The indicators a person does not want to see, kept in this browser and the same in all its tabs.
const storeKey = 'desk.chart.hidden';

export class HiddenSpecs {
    constructor(changed) {
        this.changed = changed;
        this.specs = recall();
        this.follow = event => {
            if (event.key !== storeKey) return;
            this.specs = recall();
            this.changed();
        };
        addEventListener('storage', this.follow);
    }

    has(spec) {
        return this.specs.has(spec);
    }

    set(spec, hidden) {
        if (hidden) this.specs.add(spec);
        else this.specs.delete(spec);
        try { localStorage.setItem(storeKey, JSON.stringify([...this.specs])); } catch { /* A private window forgets it. */ }
        this.changed();
    }

    dispose() {
        removeEventListener('storage', this.follow);
    }
}

function recall() {
    try {
        const kept = JSON.parse(localStorage.getItem(storeKey) ?? '[]');
        return new Set(Array.isArray(kept) ? kept.filter(spec => typeof spec === 'string') : []);
    } catch {
        return new Set();
    }
}
