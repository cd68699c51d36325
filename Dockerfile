# The program in a container: docs/install.md says how to run it.
FROM python:3.11-slim-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv --without-pip /opt/sokuo
WORKDIR /src
COPY constraints.txt ./
RUN pip --python /opt/sokuo/bin/python install --quiet --requirement constraints.txt
COPY pyproject.toml README.md LICENSE ./
COPY app app
COPY knowledge knowledge
COPY prompts prompts
COPY templates templates
RUN pip wheel --quiet --no-deps --wheel-dir /dist . \
 && pip --python /opt/sokuo/bin/python install --quiet --no-deps /dist/*.whl \
 && pip --python /opt/sokuo/bin/python check

FROM python:3.11-slim-bookworm
LABEL org.opencontainers.image.title="Sokuo" org.opencontainers.image.licenses="Apache-2.0"
RUN pip uninstall --quiet --yes --root-user-action=ignore pip setuptools wheel \
 && install -d -m 0700 -o 10001 -g 10001 /data
COPY --from=build /opt/sokuo /opt/sokuo
ENV PATH=/opt/sokuo/bin:$PATH PYTHONDONTWRITEBYTECODE=1 SOKUO_DATA_DIR=/data SOKUO_HOST=0.0.0.0 SOKUO_PORT=8000
USER 10001:10001
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["python", "-c", "import os; from http.client import HTTPConnection; asked = HTTPConnection('127.0.0.1', int(os.environ['SOKUO_PORT']), timeout=4); asked.request('GET', '/healthz'); raise SystemExit(asked.getresponse().status != 200)"]
ENTRYPOINT ["sokuo"]
CMD ["serve"]
