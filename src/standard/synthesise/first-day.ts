/** The first day on which all seven Welsh boards had their present boundaries: no synthetic return is earlier. */
export const FIRST_DAY = '2019-04-01';
