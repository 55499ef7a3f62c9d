# Tidings in an image: built for linux/amd64 and linux/arm64, runs as user 10001 with a read-only root file system.
#
#   docker build -t tidings .                                        the extractive engine, or a server of yours
#   docker build -t tidings --build-arg EXTRAS=model,fonts .         with the libraries of the model (a gigabyte)
#
# It writes to /data alone: the database, pictures, backups and the model's weights. compose.yaml runs it.
ARG BASE=docker.io/library/python:3.13-slim

FROM ${BASE} AS build
ARG EXTRAS=fonts
# The index of PyTorch's wheels without CUDA: three gigabytes less. Empty for those with it.
ARG TORCH_INDEX=https://download.pytorch.org/whl/cpu
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
RUN python -m venv /opt/tidings
WORKDIR /src
COPY pyproject.toml constraints.txt README.md LICENSE sources.toml .env.example ./
COPY bot ./bot
COPY summarizer ./summarizer
# The wheel that a release has, with what `tidings init` writes; not the folder.
RUN /opt/tidings/bin/pip wheel --no-deps --wheel-dir /wheels .
# Torch alone comes from its index, which has few versions of what torch needs.
RUN case ",${EXTRAS}," in *,model,*) \
        /opt/tidings/bin/pip install --no-deps --constraint constraints.txt ${TORCH_INDEX:+--index-url "${TORCH_INDEX}"} torch ;; \
    esac \
    && /opt/tidings/bin/pip install --constraint constraints.txt "$(echo /wheels/tidings-*.whl)${EXTRAS:+[${EXTRAS}]}" \
    && /opt/tidings/bin/pip uninstall --yes --quiet pip

FROM ${BASE}
LABEL org.opencontainers.image.title="Tidings" \
      org.opencontainers.image.description="A self-hosted Telegram bot that summarises your feeds and sends digests" \
      org.opencontainers.image.licenses="MIT"
COPY --from=build /opt/tidings /opt/tidings
COPY sources.toml /etc/tidings/sources.toml
COPY posts /etc/tidings/posts
RUN mkdir -m 0700 /data && chown 10001:10001 /data
ENV PATH=/opt/tidings/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    HOME=/data \
    HF_HOME=/data/models \
    DATA_DIR=/data \
    SOURCES_FILE=/etc/tidings/sources.toml \
    METRICS_LISTEN=127.0.0.1:9464
USER 10001:10001
WORKDIR /data
VOLUME /data
STOPSIGNAL SIGTERM
# In Python, as the image has no curl. With an empty METRICS_LISTEN there is nothing to ask.
HEALTHCHECK --interval=30s --timeout=25s --start-period=60s --retries=3 CMD ["python", "-c", "import os, urllib.request as web; port = os.environ['METRICS_LISTEN'].rpartition(':')[2]; port and web.build_opener(web.ProxyHandler({})).open(f'http://127.0.0.1:{port}/healthz', timeout=20)"]
ENTRYPOINT ["tidings"]
CMD ["run"]
