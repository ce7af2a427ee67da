import { type Connection, Schema } from 'mongoose';

const { ObjectId } = Schema.Types;

/** The collections of the design document with its fields; of sessions nothing is known but that they are read. */
export function modelsOn(connection: Connection) {
  return {
    shows: connection.model('Show', new Schema({ title: String, start_time: Date, total_seats: Number })),
    seats: connection.model('Seat', seatSchema()),
    bookings: connection.model('Booking', bookingSchema()),
    sessions: connection.model('Session', new Schema({ _id: String })),
  };
}

export type Models = ReturnType<typeof modelsOn>;

function seatSchema() {
  return new Schema({
    show_id: { type: ObjectId, required: true },
    row_number: { type: String, required: true },
    seat_number: { type: Number, required: true },
    status: { type: String, enum: ['AVAILABLE', 'BOOKED'], default: 'AVAILABLE' },
    booking_id: { type: ObjectId, default: null },
  }).index({ show_id: 1, row_number: 1, seat_number: 1 }, { unique: true });
}

function bookingSchema() {
  return new Schema({
    user_id: { type: ObjectId, required: true },
    show_id: { type: ObjectId, required: true },
    seats: { type: [ObjectId], required: true },
    status: { type: String, enum: ['CONFIRMED', 'CANCELLED'], required: true },
    created_at: { type: Date, default: Date.now },
  });
}
