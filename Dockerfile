FROM node:26-slim
WORKDIR /app

COPY package.json package-lock.json ./
COPY tools tools
RUN npm ci --omit=dev --ignore-scripts && npm cache clean --force

COPY main.ts manifest.yml LICENSE ./
COPY bin bin
COPY src src
COPY adapters adapters
COPY migrations migrations

# Two volumes, so that a backup of the data never holds the keys to it.
RUN install -d -o node -g node -m 0700 data keys
USER node
VOLUME ["/app/data", "/app/keys"]

# The sandbox is for one machine alone.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 SANDBOX=0
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]

# Not through npm, which would stand between the program and the signal that stops it.
CMD ["node", "bin/rapport.mjs"]
