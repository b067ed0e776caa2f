import { createContext } from 'react';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../server/kernel/json.ts';
import { pointerOf } from '../../server/kernel/forms/json-pointer.ts';
import type { FieldPath } from './form-view-context.ts';

/**
 * What was typed but not yet handed to the form. Texts are handed on when somebody pauses or leaves the field; a press
 * on 提交 may come sooner, on phones without the field ever being left.
 */
export interface PendingEdits {
  readonly put: (path: FieldPath, value: Json | undefined) => void;
  /** By JSON pointer. */
  readonly drop: (pointer: string) => void;
  /** The data as the screen shows it. */
  readonly over: (data: JsonObject) => JsonObject;
  /** Marks a field that is still saving something; call the result when it is done. */
  readonly begin: (pointer: string) => () => void;
  /** The fields that are still saving. */
  readonly unfinished: () => readonly string[];
}

export function createPendingEdits(): PendingEdits {
  const typed = new Map<string, { readonly path: FieldPath; readonly value: Json | undefined }>();
  const saving = new Set<{ readonly pointer: string }>();
  return {
    put: (path, value) => {
      typed.set(pointerOf(path), { path, value });
    },
    drop: (pointer) => {
      typed.delete(pointer);
    },
    over: (data) =>
      [...typed.values()].reduce((all, { path, value }) => {
        const next = withValue(all, path, value);
        return isJsonObject(next) ? next : all;
      }, data),
    begin: (pointer) => {
      const one = { pointer };
      saving.add(one);
      return () => {
        saving.delete(one);
      };
    },
    unfinished: () => [...saving].map(({ pointer }) => pointer),
  };
}

/** For forms whose page keeps no edits of its own. */
export const EditsContext = createContext<PendingEdits>(createPendingEdits());

/** A copy with one value set or (undefined) taken away; a row that does not exist is not made. */
function withValue(data: Json | undefined, path: FieldPath, value: Json | undefined): Json | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (typeof step === 'number') {
    return isJsonArray(data)
      ? data.map((item, index) => (index === step ? (withValue(item, rest, value) ?? null) : item))
      : data;
  }
  const object = isJsonObject(data) ? data : {};
  const next = withValue(Object.hasOwn(object, step) ? object[step] : undefined, rest, value);
  const { [step]: _, ...others } = object;
  return next === undefined ? others : { ...object, [step]: next };
}
