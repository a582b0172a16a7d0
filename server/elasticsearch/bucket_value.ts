import type { Bucket } from './search_client';

/** Booleans and addresses have their text beside the key. */
export const toValue = ({ key, key_as_string }: Bucket): string => key_as_string ?? String(key);
