/**
 * Controls of guards that are no part of a command: each changes what a server is made of, before it is loaded.
 * A control gets the workspace's `require`.
 */
export const SHELL_CONTROLS = {
  /** Nobody notices that the database has fallen silent: it always seems to answer somebody. */
  'no-pulse': (require) => {
    const { MongoClient } = require('mongodb');
    const listen = MongoClient.prototype.on;
    MongoClient.prototype.on = function (event, listener) {
      if (event === 'commandSucceeded') setInterval(() => listener({ duration: 0 }), 50).unref();
      return listen.call(this, event, listener);
    };
  },

  /** No answer of the database is heard: one that is late counts as silent. */
  'deaf-pulse': (require) => {
    const { MongoClient } = require('mongodb');
    const listen = MongoClient.prototype.on;
    MongoClient.prototype.on = function (event, listener) {
      return event === 'commandSucceeded' ? this : listen.call(this, event, listener);
    };
  },

  /** The driver learns of a socket that its server ended when it is closed, and no sooner. */
  'no-broken-sockets': (require) => {
    const channels = require('node:diagnostics_channel');
    const { subscribe } = channels;
    channels.subscribe = (name, listener) => (name === 'net.client.socket' ? undefined : subscribe(name, listener));
  },

  /** Whoever asks Redis waits until it answers. */
  'patient-redis': (require) => {
    const { Redis } = require('ioredis');
    const connect = Redis.prototype.connect;
    Redis.prototype.connect = function (...given) {
      this.options.commandTimeout = undefined;
      this.options.socketTimeout = undefined;
      return connect.apply(this, given);
    };
  },

  /** Requests in flight have no limit. */
  'no-limit': (require) => {
    const module = require('fastify');
    const { fastify } = module;
    module.fastify = (options) => {
      const server = fastify(options);
      const addHook = server.addHook;
      server.addHook = function (name, hook) {
        return /\bslots\.(hasRoom|take)\b/.test(String(hook)) ? this : addHook.call(this, name, hook);
      };
      return server;
    };
  },
};
