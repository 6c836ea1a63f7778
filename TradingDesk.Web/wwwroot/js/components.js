// What the components need of the browser and the platform does not give: listeners of the whole page, told by data attributes what to
// do. Runs before Blazor starts, for which it names the events that components listen to.
import './components-numbers.js';
import './components-roving.js';
import './components-overlays.js';
import './components-splitter.js';

Blazor.registerCustomEventType('attended', { createEventArgs: event => ({ isAttended: event.detail }) });
Blazor.registerCustomEventType('rowopened', { createEventArgs: () => ({}) });
Blazor.registerCustomEventType('splitmoved', { createEventArgs: event => ({ size: event.detail }) });
