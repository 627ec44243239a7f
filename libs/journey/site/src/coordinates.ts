/** A place on the map as a phone measures it (WGS 84), in degrees. */
export interface Coordinates {
  latitude: number;
  longitude: number;
}
