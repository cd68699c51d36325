.PHONY: demo test torture lint constraints widget screenshots clean

PORT ?= 8000
# What is compiled once is not compiled at every start, whatever the surroundings say.
export PYTHONDONTWRITEBYTECODE =

demo: ## the whole product with a fictional company, on one port
	@scripts/setup
	@.venv/bin/sokuo demo --port $(PORT)

test: ## the whole suite, browser tests included
	@scripts/setup dev
	@scripts/system
	@.venv/bin/pytest -n 3 --dist loadfile --no-loadscope-reorder -m "not torture" $(ARGS)

torture: ## every count of 1,000 and more, and what the sample leaves out
	@scripts/setup dev
	@scripts/system
	@.venv/bin/pytest -n 2 --dist loadfile --no-loadscope-reorder -m torture $(ARGS)

lint: ## style, types, import order
	@scripts/setup dev
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports

constraints: ## the locked versions for plain pip
	@scripts/setup dev
	@.venv/bin/uv export --quiet --frozen --no-dev --no-emit-project --no-hashes --no-header --no-annotate -o constraints.txt

widget: ## build the widget anew (needs Node)
	@cd widget && npm ci --silent && npm run --silent build

screenshots: ## the pictures of the README and docs, made by the test browser
	@scripts/setup dev
	@.venv/bin/python -m tests.browser.screenshots

clean: ## remove what was made here
	@rm -rf .venv dist var .pytest_cache .mypy_cache .ruff_cache .hypothesis
