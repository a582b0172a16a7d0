/** Filled in with the embedded engine. */
export default async function startEngine() {}
