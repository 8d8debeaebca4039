# syntax=docker/dockerfile:1
ARG NODE=24

# What is built is the same for every platform, so none is emulated.
FROM --platform=$BUILDPLATFORM node:${NODE}-alpine AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build && rm -f dist/*.d.ts dist/*.d.cts

FROM node:${NODE}-alpine
ARG VERSION=0.1.0
LABEL org.opencontainers.image.title="mock-enterprise-manager" \
      org.opencontainers.image.description="A server that behaves like the REST API of Veeam Backup Enterprise Manager" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.licenses="MIT"
# In a container, every address is the container's own, and nothing is kept unless a folder is mounted for it.
ENV NODE_ENV=production MOCK_EM_HOST=0.0.0.0 MOCK_EM_TLS_DIR=off
WORKDIR /app
COPY --from=build /build/package.json ./
COPY --from=build /build/dist ./dist
# By number, so that an orchestrator can see that it is not root. Nothing is written, so any other will do too.
USER 1000:1000
EXPOSE 9398 9399
# A few milliseconds; the program itself, which takes a whole Node, only for settings under which that does not answer.
HEALTHCHECK --interval=5s --timeout=5s --start-period=30s --retries=3 \
  CMD wget -q -O /dev/null "http://127.0.0.1:${MOCK_EM_HTTP_PORT:-9399}/_mock/health" 2>/dev/null || node /app/dist/main.js healthcheck
ENTRYPOINT ["node", "/app/dist/main.js"]
CMD ["serve"]
