/** What the entry loads when it is first needed, as one file. The build names these functions too. */
export { makeDiscoverTab } from './discover_tab';
export { mountApp } from './mount';
