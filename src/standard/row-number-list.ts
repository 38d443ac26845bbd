/** The numbers that rows have in a file, by their index. */
export interface RowNumberList {
  /** Says which number the row of an index has; indexes come in order. */
  note(index: number, number: number): void;
  /** Null for an index of which nothing was said. */
  numberOf(index: number): number | null;
}

/** Keeps a number only where it does not follow from the one before, so that most files need one in all. */
export function listRowNumbers(): RowNumberList {
  const starts: number[] = [];
  const numbers: number[] = [];
  return {
    note(index, number) {
      const last = starts.length - 1;
      if (last >= 0 && (numbers[last] as number) + index - (starts[last] as number) === number) return;
      starts.push(index);
      numbers.push(number);
    },
    numberOf(index) {
      let low = 0;
      let high = starts.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((starts[middle] as number) <= index) low = middle + 1;
        else high = middle;
      }
      return low === 0 ? null : (numbers[low - 1] as number) + index - (starts[low - 1] as number);
    },
  };
}
